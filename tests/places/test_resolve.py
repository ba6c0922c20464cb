"""From written names to places."""

import pytest

from build_graph.places import Gazetteer, PlaceError, Resolution, resolve

GAZETTEER = Gazetteer.shipped()


def resolved(written: str, **context: str) -> Resolution:
    return resolve(GAZETTEER, written, **context)


def full_name(written: str, **context: str) -> str | None:
    place = resolved(written, **context).place
    return GAZETTEER.full_name(place) if place else None


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("张家口市万全区", "河北省张家口市万全区"),
        ("河北省滦州市", "河北省唐山市滦州市"),
        ("北京市西城区", "北京市西城区"),
        ("湖北武汉", "湖北省武汉市"),
        ("北京朝阳区", "北京市朝阳区"),
        ("吉林省吉林市", "吉林省吉林市"),
        ("四川省遂宁市大英县蓬莱镇", "四川省遂宁市大英县蓬莱镇"),
        ("青海省海南州共和县", "青海省海南藏族自治州共和县"),
        ("新疆第八师石河子市", "新疆维吾尔自治区石河子市"),
        ("新疆生产建设兵团第八师石河子市", "新疆维吾尔自治区石河子市"),
        ("廊坊北三县", "河北省廊坊北三县"),
        ("广东（珠三角）", "广东省珠三角"),
        ("内蒙古 自治区　包头市", "内蒙古自治区包头市"),
    ],
)
def test_chains_of_names_are_read_from_the_province_down(written, name):
    assert full_name(written) == name


@pytest.mark.parametrize("name", ["台湾省", "香港特别行政区", "澳门特别行政区", "京津冀", "新疆生产建设兵团"])
def test_provinces_and_groups_resolve_to_themselves(name):
    assert full_name(name) == name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("北京", "北京市"),
        ("吉林", "吉林省"),
        ("海南", "海南省"),
        ("西安", "陕西省西安市"),
        ("大同", "山西省大同市"),
        ("楚雄", "云南省楚雄彝族自治州"),
        ("吉安", "江西省吉安市"),
    ],
)
def test_a_short_name_is_the_highest_place_that_has_it(written, name):
    assert full_name(written) == name


def test_the_hint_of_a_level_goes_before_the_higher_place():
    assert full_name("吉林", level_hint="city") == "吉林省吉林市"
    assert full_name("朝阳", level_hint="city") == "辽宁省朝阳市"
    assert full_name("北京", level_hint="city") == "北京市"  # no such prefecture: the hint says nothing


def test_one_character_is_a_province_only_where_a_province_is_expected():
    assert full_name("渝", level_hint="province") == "重庆市"
    assert full_name("渝") is None
    assert full_name("丙", level_hint="province") is None


def test_a_name_of_two_places_stays_open_with_both_as_candidates():
    found = resolved("朝阳区")
    assert found.place is None
    assert [place.code for place in found.candidates] == ["110105", "220104"]
    assert "北京市朝阳区、吉林省长春市朝阳区" in found.reason


def test_a_short_name_of_which_a_county_is_meant_as_often_stays_open():
    found = resolved("朝阳")
    assert found.place is None
    assert {"211300", "110105"} <= {place.code for place in found.candidates}


@pytest.mark.parametrize("word", ["合作", "平安", "资源", "通道"])
def test_a_word_is_the_county_of_that_name_only_in_a_context(word):
    assert resolved(word).place is None
    assert resolved(word).candidates
    province = GAZETTEER.province_of(resolved(word).candidates[0])
    assert resolved(word, province=province.name).place == resolved(word).candidates[0]


def test_the_stated_province_decides_between_places_of_one_name():
    found = resolved("朝阳区", province="北京市")
    assert found.place.code == "110105"
    assert not found.stated_province_differs
    assert found.stated_province.name == "北京市"
    assert "in 北京市" in found.reason


@pytest.mark.parametrize("province", ["山西省", "山西", "140000"])
def test_a_place_outside_the_stated_province_is_taken_if_it_is_the_only_one_and_flagged(province):
    found = resolved("包头市", province=province)
    assert found.place.code == "150200"
    assert found.stated_province_differs
    assert "states 山西省" in found.reason
    assert "内蒙古自治区" in found.reason


def test_a_province_in_the_name_itself_can_be_contradicted():
    found = resolved("山西省包头市")
    assert found.place.code == "150200"
    assert found.stated_province.name == "山西省"
    assert found.stated_province_differs


def test_outside_the_stated_province_an_ambiguous_name_stays_open():
    found = resolved("通州区", province="河北省")
    assert found.place is None
    assert len(found.candidates) == 2


def test_two_places_inside_the_stated_province_stay_open():
    found = resolved("桥西区", province="河北")
    assert [place.code for place in found.candidates] == ["130104", "130703"]
    assert "in 河北省" in found.reason


@pytest.mark.parametrize("corps", ["新疆生产建设兵团", "兵团", "第八师"])
def test_the_corps_as_stated_province_is_no_difference(corps):
    found = resolved("石河子市", province=corps)
    assert found.place.code == "659001"
    assert found.stated_province.name == "新疆生产建设兵团"
    assert not found.stated_province_differs
    assert resolved("哈尔滨市", province=corps).stated_province_differs


def test_a_group_across_provinces_contradicts_no_province():
    found = resolved("京津冀", province="河北省")
    assert found.place.key == "京津冀"
    assert not found.stated_province_differs


def test_an_unknown_stated_province_is_no_statement():
    found = resolved("包头市", province="东北地方")
    assert found.place.code == "150200"
    assert found.stated_province is None


def test_the_context_decides_from_the_nearest_area_outwards():
    assert full_name("鼓楼区", within="320102") == "江苏省南京市鼓楼区"
    assert full_name("桥西区", within="130121") == "河北省石家庄市桥西区"
    assert full_name("包头市", within="130000") == "内蒙古自治区包头市"


def test_townships_are_known_by_full_name_everywhere_and_by_short_name_in_their_county():
    assert len(resolved("河边镇").candidates) > 1
    assert full_name("河边镇", within="510923") == "四川省遂宁市大英县河边镇"
    assert full_name("河边", within="510923") == "四川省遂宁市大英县河边镇"
    assert resolved("河边").place is None


@pytest.mark.parametrize(
    ("former", "today"),
    [("清苑县", "130608"), ("蓟县", "120119"), ("滦县", "130284"), ("万全县", "130708"), ("襄樊市", "420600")],
)
@pytest.mark.parametrize("on", [None, "2010-06-01", "2020"])
def test_a_renamed_or_raised_division_is_todays_and_marked_whatever_the_date(former, today, on):
    found = resolved(former, on=on)
    assert found.place.code == today
    assert found.former_name
    assert found.place.valid_to is None
    assert f"{former} was in force until" in found.reason


def test_the_former_division_itself_is_named_too():
    assert resolved("清苑县").as_named.code == "130622"
    assert resolved("清苑区").as_named == resolved("清苑区").place
    assert not resolved("清苑区").former_name


def test_a_former_short_name_resolves_where_nobody_has_it_today():
    assert full_name("襄樊") == "湖北省襄阳市"


def test_former_names_are_found_below_the_names_of_their_time():
    assert full_name("四川省涪陵市") == "四川省涪陵市"
    assert full_name("湖北省襄樊市襄阳区") == "湖北省襄阳市襄州区"
    assert full_name("河北省保定地区涿州市") == "河北省保定市涿州市"
    assert full_name("安徽省巢湖市庐江县") == "安徽省合肥市庐江县"


def test_a_merged_division_is_itself_until_its_end_and_then_what_took_it_up():
    assert full_name("崇文区", on="2005") == "北京市崇文区"
    assert full_name("崇文区", on="2015") == "北京市东城区"
    assert full_name("渝北区", on="2023-06-30") == "重庆市渝北区"
    assert resolved("崇文区").former_name


def test_a_new_area_becomes_a_division_on_its_date():
    before, after = resolved("两江新区", on="2023-02-01").place, resolved("两江新区", on="2026-03-01").place
    assert (before.level, before.code, before.kind) == ("other", None, "special")
    assert GAZETTEER.province_of(before).name == "重庆市"
    assert (after.level, after.code) == ("county", "500157")


def test_of_two_places_that_had_a_name_in_turn_the_date_chooses():
    assert resolved("巢湖市", on="2009").place.level == "city"
    assert resolved("巢湖市", on="2020").place.level == "county"
    assert resolved("巢湖市").place.level == "county"


def test_a_name_in_its_last_year_is_still_known():
    assert resolved("滦县", on="2018").place.code == "130284"


@pytest.mark.parametrize(
    ("written", "code"),
    [("任县任城镇", "130505100"), ("任县西固城乡", "130505104"), ("衡水市深州市穆村乡", "131182113")],
)
def test_a_township_is_known_by_its_county_of_then_and_its_rank_of_then(written, code):
    assert resolved(written).place.code == code


def test_a_township_of_another_rank_is_told_as_todays_list_has_it():
    found = resolved("任县西固城乡")
    assert found.former_name
    assert found.reason.endswith("; today's list has 河北省邢台市任泽区西固城镇")


@pytest.mark.parametrize("unknown", ["中央本级", "县", "市", "", "示范县", "一个工作组", "滦南县卢龙县"])
def test_what_is_no_place_is_none(unknown):
    found = resolved(unknown)
    assert found.place is None
    assert found.candidates == ()
    assert "no place is known" in found.reason


@pytest.mark.parametrize("date", ["gestern", "23", "2023-1-1", "2023年"])
def test_a_date_that_is_none_is_a_users_mistake(date):
    with pytest.raises(PlaceError, match="not a date"):
        resolved("蓟县", on=date)


def test_an_unknown_context_is_a_programmers_mistake():
    with pytest.raises(KeyError):
        resolved("蓟县", within="999999")


@pytest.mark.parametrize(
    ("written", "code"),
    [("福建省沙县", "350405"), ("浙江省绍兴县", "330603"), ("沙县", "350405"), ("四川省安县", "510705")],
)
def test_of_former_counties_with_one_name_in_one_province_the_last_is_meant(written: str, code: str) -> None:
    """A county went over from one prefecture to another, with another code but the same name."""
    assert resolved(written).place.code == code


def test_former_suburbs_of_several_cities_stay_undecided() -> None:
    found = resolved("河北省郊区")
    assert found.place is None
    assert len(found.candidates) > 1


@pytest.mark.parametrize(("written", "code"), [("广西自治区田东县", "451022"), ("宁夏自治区", "640000")])
def test_autonomous_regions_are_known_without_their_nationality(written: str, code: str) -> None:
    assert resolved(written).place.code == code


def test_no_province_lies_in_one_of_its_cities():
    assert resolved("杭州市浙江省").place is None

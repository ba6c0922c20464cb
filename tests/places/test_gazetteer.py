"""What the shipped tables hold, and how places hang together."""

import gzip
import hashlib
import re
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_graph.places import Gazetteer, PlaceError, chain, resolve

GAZETTEER = Gazetteer.shipped()
DIVISIONS = [place for place in GAZETTEER if place.kind == "division"]
TODAY = [place for place in DIVISIONS if place.valid_to is None]
TOWNSHIPS = GAZETTEER.townships()


def test_it_holds_every_division_of_all_levels():
    counts = {level: sum(place.level == level for place in TODAY) for level in ("province", "city", "county")}
    assert counts == {"province": 34, "city": 333, "county": 2847}
    assert len(TOWNSHIPS) == 38723
    assert len({place.key for place in (*GAZETTEER, *TOWNSHIPS)}) == len([*GAZETTEER]) + len(TOWNSHIPS)


@given(st.sampled_from(TODAY))
def test_every_full_name_of_today_resolves_to_its_division(place):
    found = resolve(GAZETTEER, GAZETTEER.full_name(place))
    assert found.place == place
    assert not found.former_name
    assert not found.stated_province_differs


@given(st.sampled_from(TOWNSHIPS))
def test_every_full_name_of_a_township_resolves_to_it_or_to_its_namesakes(township):
    found = resolve(GAZETTEER, GAZETTEER.full_name(township))
    assert township in found.candidates


@given(st.sampled_from(DIVISIONS))
def test_every_name_given_with_its_province_and_a_date_of_its_time_includes_its_place(place):
    year = place.valid_from or (place.valid_to or 2027) - 1
    found = resolve(GAZETTEER, place.name, province=GAZETTEER.province_of(place).key, on=year)
    assert found.candidates
    assert not found.stated_province_differs


def test_every_division_lies_in_a_province():
    assert all(GAZETTEER.province_of(place).level == "province" for place in (*DIVISIONS, *TOWNSHIPS))


def test_codes_have_the_digits_of_their_level():
    digits = {"province": r"\d{2}0000", "city": r"\d{4}00", "county": r"\d{6}", "township": r"\d{9}"}
    assert all(re.fullmatch(digits[place.level], place.code) for place in (*DIVISIONS, *TOWNSHIPS))


def test_codes_of_today_lie_under_their_parents():
    for place in (*TODAY, *TOWNSHIPS):
        if place.parent:
            assert place.code.startswith(place.parent.rstrip("0")), place


def test_a_townships_code_begins_with_that_of_its_county():
    assert all(place.code[:6] == place.parent for place in TOWNSHIPS)


def test_parents_are_of_a_higher_level_and_in_the_same_province():
    order = ["province", "city", "county", "township"]
    for place in DIVISIONS:
        if place.parent:
            parent = GAZETTEER.place(place.parent)
            assert order.index(parent.level) < order.index(place.level), place
            assert parent.code[:2] == place.code[:2], place


def test_cities_of_the_corps_lie_directly_under_xinjiang():
    cities = [place for place in TODAY if place.code.startswith("6590")]
    assert len(cities) == 13
    assert {place.parent for place in cities} == {"650000"}


def test_the_divisions_of_the_corps_run_all_its_cities():
    corps = [place for place in GAZETTEER if place.kind == "corps" and place.name != "新疆生产建设兵团"]
    assert len(corps) == 14
    run = {key for place in corps for key in place.members}
    assert run == {place.key for place in TODAY if place.code.startswith("6590")}
    assert run == set(GAZETTEER.place("新疆生产建设兵团").members)


def test_years_are_sane():
    for place in GAZETTEER:
        assert place.valid_from is None or 1949 < place.valid_from <= 2026
        assert place.valid_to is None or (place.valid_from or 0) <= place.valid_to <= 2026
        assert all((old.valid_from or 0) <= old.valid_to for old in place.former_names)


def test_only_former_places_are_replaced_and_one_continues_in_one():
    for place in GAZETTEER:
        assert place.valid_to is not None or not place.replaced_by
        assert not place.continued or len(place.replaced_by) == 1
        assert place.key not in place.replaced_by


def test_chains_of_successors_end_and_do_not_run_backwards():
    for place in DIVISIONS:
        for key in place.replaced_by:
            later = GAZETTEER.place(key)
            assert later.valid_to is None or later.valid_to >= place.valid_to, place
        assert GAZETTEER.successor(GAZETTEER.successor(place)) == GAZETTEER.successor(place)


def test_all_keys_that_places_refer_to_exist():
    for place in GAZETTEER:
        for key in (*place.members, *place.replaced_by, *([place.parent] if place.parent else [])):
            assert GAZETTEER.place(key)


def test_the_state_level_new_areas_are_known_those_that_are_divisions_by_code():
    names = "浦东新区 滨海新区 两江新区 舟山群岛新区 兰州新区 南沙新区 西咸新区 贵安新区 西海岸新区 金普新区 天府新区"
    names += " 湘江新区 江北新区 福州新区 滇中新区 哈尔滨新区 长春新区 赣江新区 雄安新区"
    found = {name: GAZETTEER.named(name) for name in names.split()}
    assert len(found) == 19
    assert all(found.values())
    assert [name for name, places in found.items() if places[0].code] == ["浦东新区", "滨海新区", "两江新区"]


def test_an_unknown_key_is_a_key_error():
    for key in ("999999", "510923999", "", "nirgends"):
        with pytest.raises(KeyError):
            GAZETTEER.place(key)


def test_children_are_those_of_today_down_to_the_townships():
    hebei = GAZETTEER.children(GAZETTEER.place("130000"))
    assert [place.name for place in hebei][:2] == ["石家庄市", "唐山市"]
    assert len(hebei) == 11
    assert "蓬莱镇" in [place.name for place in GAZETTEER.children(GAZETTEER.place("510923"))]
    assert GAZETTEER.children(GAZETTEER.place("510923108")) == ()
    assert all(place.level == "township" for place in GAZETTEER.children(GAZETTEER.place("441900")))


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("130284", "河北省唐山市滦州市"),
        ("110105", "北京市朝阳区"),
        ("659001", "新疆维吾尔自治区石河子市"),
        ("469007", "海南省东方市"),
        ("雄安新区", "河北省雄安新区"),
        ("第八师", "新疆生产建设兵团第八师"),
        ("京津冀", "京津冀"),
    ],
)
def test_full_names_run_from_the_province_down_without_filler_levels(key, name):
    assert GAZETTEER.full_name(GAZETTEER.place(key)) == name


def test_provinces_have_english_names_and_nothing_else_has():
    assert GAZETTEER.english_name(GAZETTEER.place("150000")) == "Inner Mongolia Autonomous Region"
    assert all(GAZETTEER.english_name(place) for place in GAZETTEER.provinces())
    assert GAZETTEER.english_name(GAZETTEER.place("130100")) is None


def test_successors_are_followed_to_today_or_to_a_date():
    huaian = GAZETTEER.place("320828")  # 淮安县 -> 淮安市 (a county-level city) -> the prefecture's 淮安市
    assert GAZETTEER.successor(huaian, 1995).key == "320882"
    assert GAZETTEER.successor(huaian, "1980-01-01") == huaian
    assert GAZETTEER.successor(GAZETTEER.place("130622")).key == "130608"
    assert GAZETTEER.successor(GAZETTEER.place("110103")).key == "110101"
    assert GAZETTEER.continuation(GAZETTEER.place("110103")).key == "110103"
    assert GAZETTEER.continuation(GAZETTEER.place("130622")).key == "130608"
    with pytest.raises(PlaceError):
        GAZETTEER.successor(huaian, "then")


def test_predecessors_are_what_became_it_or_part_of_it():
    assert [place.name for place in GAZETTEER.predecessors(GAZETTEER.place("120116"))] == ["塘沽区", "汉沽区", "大港区"]
    assert GAZETTEER.predecessors(GAZETTEER.place("110000")) == ()


def test_names_of_today_come_before_former_ones():
    assert [place.key for place in GAZETTEER.named("巢湖市")] == ["340181", "341400"]
    assert GAZETTEER.named("楚州区") == (GAZETTEER.place("320803"),)
    assert GAZETTEER.named("无此县") == ()


def test_short_and_common_names_lead_to_their_places():
    assert [place.name for place in GAZETTEER.short("楚雄")] == ["楚雄彝族自治州", "楚雄市"]
    assert [place.name for place in GAZETTEER.short("海南")][:2] == ["海南省", "海南藏族自治州"]
    assert GAZETTEER.short("赵") == ()
    assert [place.name for place in GAZETTEER.named("海南州")] == ["海南藏族自治州"]
    assert [place.name for place in GAZETTEER.named("大厂县")] == ["大厂回族自治县"]
    assert [place.name for place in GAZETTEER.named("湘西自治州")] == ["湘西土家族苗族自治州"]
    assert [place.name for place in GAZETTEER.named("前郭县")] == ["前郭尔罗斯蒙古族自治县"]


def test_a_line_is_a_name_if_names_are_all_it_consists_of():
    for name in ("保定市清苑区", "湖北武汉", "北京", "雄安新区", "滦县"):
        assert GAZETTEER.is_name(name)
    for text in ("合作", "北京市的", "县", "", "保定市清苑区试点"):
        assert not GAZETTEER.is_name(text)


def test_lying_in_counts_members_and_former_surroundings():
    place = GAZETTEER.place
    assert GAZETTEER.lies_in(place("130284"), place("130000"))
    assert GAZETTEER.lies_in(place("130284"), place("京津冀"))
    assert GAZETTEER.lies_in(place("659001"), place("第八师"))
    assert GAZETTEER.lies_in(place("341182"), place("342300"))  # 明光市 and the former 滁县地区
    assert not GAZETTEER.lies_in(place("130000"), place("130000"))
    assert not GAZETTEER.lies_in(place("130000"), place("130284"))


def test_one_shipped_gazetteer_is_enough():
    assert Gazetteer.shipped() is Gazetteer.shipped()


def test_the_compressed_tables_are_small_and_carry_no_time_of_day():
    tables = [each for each in files("build_graph.places").joinpath("data").iterdir() if each.name.endswith(".gz")]
    assert sum(len(each.read_bytes()) for each in tables) < 500_000
    for each in tables:
        data = each.read_bytes()
        assert data[4:8] == b"\0\0\0\0"
        again = gzip.compress(gzip.decompress(data), compresslevel=9, mtime=0)
        assert hashlib.sha256(gzip.decompress(again)).digest() == hashlib.sha256(gzip.decompress(data)).digest()


def test_townships_stand_sorted_by_code_and_end_with_the_words_of_their_kinds():
    codes = [township.code for township in TOWNSHIPS]
    assert codes == sorted(codes)
    assert all(township.name.endswith(chain.ENDS_OF_TOWNSHIPS) for township in TOWNSHIPS)


@given(st.sampled_from(TOWNSHIPS))
def test_every_township_is_found_by_its_code_and_in_its_county(township):
    assert GAZETTEER.place(township.code) == township
    assert township in GAZETTEER.townships_in(GAZETTEER.place(township.parent))


def test_a_code_of_no_township_and_a_division_without_any_have_none():
    with pytest.raises(KeyError):
        GAZETTEER.place("110101999")
    with pytest.raises(KeyError):
        GAZETTEER.place("999999999")
    assert GAZETTEER.townships_in(GAZETTEER.place("110000")) == ()


NAMES = sorted({*GAZETTEER.all_names(), *GAZETTEER.all_short_names()})


@given(st.lists(st.sampled_from([*NAMES, "县", "、", "试点"]), max_size=6).map("".join))
def test_names_are_found_wherever_they_stand_in_a_text(text):
    spans = [(start, end) for start in range(len(text)) for end in range(start + 2, len(text) + 1)]
    standing = [
        span for span in spans if GAZETTEER.hits(text[slice(*span)]) or GAZETTEER.short_hits(text[slice(*span)])
    ]
    assert sorted(GAZETTEER.names_in(text)) == standing
    for start in range(len(text)):
        assert GAZETTEER.ends_of_names(text, start) == [end for first, end in standing if first == start]

"""Places in running text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_graph.places import Gazetteer, Mention, scan

GAZETTEER = Gazetteer.shipped()


def mentions(text: str, **context: str) -> list[Mention]:
    return scan(GAZETTEER, text, **context)


def written(text: str, **context: str) -> list[str]:
    return [mention.written for mention in mentions(text, **context)]


def names(text: str, **context: str) -> list[list[str]]:
    return [[GAZETTEER.full_name(place) for place in each.candidates] for each in mentions(text, **context)]


@pytest.mark.parametrize(
    "text",
    [
        "这里是电子商务示范县。",
        "一座千年古县。",
        "提高县域治理水平。",
        "我们将会同有关部门推进。",
        "改造城市中心区和城市中区。",
        "双方签订合作协议。",
        "统筹医疗资源配置。",
        "建设平安农机。",
        "畅通就医通道。",
        "永平府旧址尚存。",
        "参观蓬莱阁，蓬莱如画。",
        "农田林网建设。",
        "全国中南部地区。",
        "全县上下，我县各乡，本县干部。",
        "中原区域广阔，开拓市场，红旗下成长。",
        "第二师范学院的学生，原第一师的老兵。",
        "西南山区和老城区、新城区、市区的群众。",
        "兵团作战。",
        "住在沈阳路。",
        "高县域水平。",
    ],
)
def test_ordinary_words_are_no_places(text):
    assert written(text) == []


def test_a_chain_is_one_mention():
    text = "试点在河北省唐山市滦州市、张家口市万全区和湖北武汉进行。"
    assert written(text) == ["河北省唐山市滦州市", "张家口市万全区", "湖北武汉"]
    assert names(text) == [["河北省唐山市滦州市"], ["河北省张家口市万全区"], ["湖北省武汉市"]]
    assert not any(mention.short for mention in mentions(text))


def test_neighbours_that_do_not_lie_in_each_other_are_two_mentions():
    assert written("河北省山西省") == ["河北省", "山西省"]


def test_the_longest_name_wins():
    assert names("抚州市南丰县与青海省海南州") == [["江西省抚州市南丰县"], ["青海省海南藏族自治州"]]
    assert names("设立雄安新区。") == [["河北省雄安新区"]]
    assert names("天津市河北区。") == [["天津市河北区"]]
    assert names("大连市场活跃") == [["辽宁省大连市"]]


def test_short_names_are_marked():
    found = mentions("北京、沈阳等地")
    assert [(mention.written, mention.short) for mention in found] == [("北京", True), ("沈阳", True)]
    assert [(mention.written, mention.short) for mention in mentions("北京市")] == [("北京市", False)]


def test_names_of_two_characters_stand_at_the_beginning_of_a_phrase_or_beside_a_place():
    assert written("赵县、高县参加，清苑县和滦县参加。") == ["赵县", "高县", "清苑县", "滦县"]
    assert written("产粮赵县") == []
    assert written("石家庄市赵县") == ["石家庄市赵县"]


def test_generic_names_stand_only_in_what_they_lie_in():
    assert names("攀枝花市东区") == [["四川省攀枝花市东区"]]
    assert written("东区改造，城区道路") == []
    assert names("大同市城区", on="2010") == [["山西省大同市城区"]]
    assert names("大同市城区", on="2020") == [["山西省大同市"]]
    assert names("濮阳市市区") == [["河南省濮阳市"]]


def test_a_countys_short_name_needs_the_county_or_its_city_in_the_text():
    assert written("馆陶的做法") == []
    assert names("馆陶县先行，馆陶的做法") == [["河北省邯郸市馆陶县"]] * 2
    assert names("邯郸市先行，馆陶的做法")[1] == ["河北省邯郸市馆陶县"]
    assert names("馆陶的做法", within="130433") == [["河北省邯郸市馆陶县"]]


def test_an_ordinary_word_is_a_place_only_as_the_end_of_a_chain():
    assert names("广西资源丰富") == [["广西壮族自治区"]]
    assert names("甘肃合作、青海平安。") == [["甘肃省甘南藏族自治州合作市"], ["青海省海东市平安区"]]


def test_cities_named_like_words_are_found_below_their_province():
    assert names("山西大同、湖北恩施") == [["山西省大同市"], ["湖北省恩施土家族苗族自治州"]]


def test_an_open_name_keeps_its_candidates_unless_the_text_decides_elsewhere():
    assert len(mentions("朝阳区启动")[0].candidates) == 2
    assert names("北京市朝阳区启动，朝阳区表示")[1] == ["北京市朝阳区"]
    assert names("鼓楼区启动", within="320100") == [["江苏省南京市鼓楼区"]]


def test_townships_are_found_in_the_county_that_the_text_is_about():
    text = "蓬莱镇和河边中心卫生院"
    assert written(text) == []
    found = mentions(text, within="510923")
    assert [(mention.written, mention.short) for mention in found] == [("蓬莱镇", False), ("河边", True)]
    assert found[0].candidates[0].code == "510923108"


def test_the_corps_is_found_with_its_cities():
    assert names("新疆第八师石河子市和新疆生产建设兵团") == [
        ["新疆维吾尔自治区石河子市"],
        ["新疆生产建设兵团"],
    ]


def test_the_date_decides_what_a_name_was():
    assert mentions("两江新区", on="2023")[0].candidates[0].code is None
    assert mentions("两江新区", on="2026")[0].candidates[0].code == "500157"


NAMES = [place.name for place in GAZETTEER if place.valid_to is None and len(place.name) > 2]


@given(st.lists(st.sampled_from([*NAMES, "的", "，", "在", "开展试点", "县", "区", "2019年", "\n"]), max_size=12))
def test_mentions_are_ordered_disjoint_and_read_back(parts):
    text = "".join(parts)
    found = mentions(text)
    assert all(text[each.start : each.end] == each.written and each.candidates for each in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(st.text(alphabet="县市区州省合作资源一二、。大中小的ab1\n 　", max_size=40))
def test_any_text_can_be_scanned(text):
    assert all(text[each.start : each.end] == each.written for each in mentions(text))

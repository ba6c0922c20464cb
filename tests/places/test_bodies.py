import pytest

from build_graph.places import Gazetteer, body, head_of, is_body, town

GAZETTEER = Gazetteer.shipped()


@pytest.mark.parametrize(
    ("written", "full_name", "key"),
    [
        ("苏州高新区", "江苏省苏州高新区", "320000/苏州高新区"),
        ("江苏省苏州高新区", "江苏省苏州高新区", "320000/苏州高新区"),
        ("北京协和医院", "北京协和医院", "110000/北京协和医院"),
        ("中央直属机关采购中心", "中央直属机关采购中心", "cn/中央直属机关采购中心"),
    ],
)
def test_a_zone_or_institution_is_a_place_of_its_own(written: str, full_name: str, key: str) -> None:
    found = body(GAZETTEER, written)
    assert found is not None
    assert (GAZETTEER.full_name(found), found.key, found.code, found.level) == (full_name, key, None, "other")
    assert GAZETTEER.place(key) == found


@pytest.mark.parametrize(
    "written", ["三级医院", "各开发区", "开发区", "建设示范区的医院", "杭州市", "推进片区", "某医院"]
)
def test_a_kind_or_a_clause_is_no_body(written: str) -> None:
    assert not is_body(written)
    assert body(GAZETTEER, written) is None


def test_the_stated_province_goes_before_that_of_the_name() -> None:
    found = body(GAZETTEER, "第一人民医院", province="浙江省")
    assert found is not None
    assert found.parent == "330000"


def test_a_name_that_begins_with_no_place_has_no_head() -> None:
    assert head_of(GAZETTEER, "复旦大学") is None


def test_a_key_that_nothing_has_is_still_an_error() -> None:
    with pytest.raises(KeyError):
        GAZETTEER.place("330000/")


def test_a_town_that_no_table_lists_lies_in_its_county() -> None:
    found = town(GAZETTEER, "浙江省德清县白杨镇")
    assert found is not None
    assert (found.level, found.parent, found.code, GAZETTEER.full_name(found)) == (
        "township",
        "330521",
        None,
        "浙江省湖州市德清县白杨镇",
    )
    assert GAZETTEER.place(found.key) == found


@pytest.mark.parametrize(
    "written",
    [
        "白杨镇",
        "浙江省白杨镇",
        "湖州市白杨镇",
        "德清县重点镇",
        "德清县各乡镇",
        "德清县建设小镇",
        "德清县上述街道",
        "德清县沿海乡",
        "德清县民族乡",
        "德清县每个乡镇",
    ],
)
def test_a_town_of_no_county_and_towns_in_general_are_none(written: str) -> None:
    assert town(GAZETTEER, written) is None


@pytest.mark.parametrize("name", ["永和镇", "两河镇", "和义街道"])
def test_a_word_for_several_may_be_part_of_the_name_of_a_town(name: str) -> None:
    found = town(GAZETTEER, "德清县" + name)
    assert found is not None
    assert found.name == name

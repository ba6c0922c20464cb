"""Where series of names may begin and end, and that no page makes its names be read over and over."""

from functools import partial
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_graph.extract.units.about import about_programs
from build_graph.extract.units.headings import heading_in
from build_graph.extract.units.names import Names
from build_graph.extract.units.paragraphs import in_paragraphs
from build_graph.extract.units.positions import Positions
from build_graph.extract.units.programs import in_programs
from build_graph.extract.units.series import series_at
from build_graph.parse.spans import Span
from build_graph.places import Gazetteer, body, resolve

GAZETTEER = Gazetteer.shipped()
WORDS = [
    "河北省",
    "保定市",
    "清苑区",
    "楚雄州",
    "张庄镇",
    "苏州高新区",
    "北京协和医院",
    "我省",
    "京津",
    "县",
    "、",
    "和",
]
WORDS += ["等3个市", "确定", "为试点县", "。"]


@given(st.lists(st.sampled_from(WORDS), max_size=9).map("".join))
def test_a_series_begins_and_its_names_end_only_where_that_is_allowed(read, text):
    names = Names(read("我省开展试点。\n" + text))
    text = names.reading.text
    starts = names.positions.possible_starts(0, len(text))
    for start in range(len(text)):
        series = series_at(names, start, len(text), strict=True)
        assert series is None or start in starts


@pytest.mark.parametrize("written", ["保定市清苑区", "湖北武汉", "清苑县东闾乡", "苏州高新区", "北京协和医院", "楚雄"])
def test_a_name_may_end_where_it_does(written):
    assert resolve(GAZETTEER, written).candidates or body(GAZETTEER, written)
    assert len(written) in Positions(written + "等", GAZETTEER, None).possible_ends(2, len(written))


def test_near_a_county_the_short_names_of_its_towns_may_end():
    county = resolve(GAZETTEER, "保定市清苑区").place
    assert Positions("东闾开展试点", GAZETTEER, county).possible_ends(1, 3) == [2]
    assert Positions("东闾开展试点", GAZETTEER, None).possible_ends(1, 3) == []


@pytest.mark.parametrize("lines", [2, 40])
def test_a_paragraph_that_announces_others_is_read_once(read, lines):
    text = "智慧校园试点。\n各试点任务如下：\n" + "清苑区：探索新路，各试点任务如下：\n" * lines
    names = Names(read(text))
    heading = partial(heading_in, names, about_programs(["智慧校园试点"]))
    assert len(list(in_paragraphs(names, heading))) == lines


@pytest.mark.parametrize("programs", [2, 40])
def test_a_place_that_many_programs_are_named_after_is_given_once_a_mention(read, programs):
    found = [SimpleNamespace(name=f"深圳综合改革试点{number}", aliases=()) for number in range(programs)]
    mentions = [SimpleNamespace(name=each.name, span=Span(0, len(each.name))) for each in found]
    names = Names(read("深圳综合改革试点"))
    named = list(in_programs(names, SimpleNamespace(found=found, mentions=mentions)))
    assert [name.program for name in named] == ["深圳综合改革试点0"] * programs

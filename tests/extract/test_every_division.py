"""Every division of China is read in every form in which lists and sentences name units, and nothing else is."""

from collections import defaultdict

import pytest

from build_graph.model import PilotUnit
from build_graph.places import Gazetteer

PILOT = "水利部启动农村供水改革试点。\n"
LIST = PILOT + "农村供水改革试点{}名单如下：\n"


def divisions(level: str):
    """The divisions of today of a level by province, those whose name another one there has left out."""
    gazetteer = Gazetteer.shipped()
    found = defaultdict(list)
    for place in gazetteer:
        if place.level == level and place.valid_to is None and place.kind == "division":
            found[gazetteer.province_of(place)].append(place)
    for province, places in found.items():
        names = [place.name for place in places]
        yield province, [place for place in places if names.count(place.name) == 1]


def by_city(places):
    gazetteer = Gazetteer.shipped()
    cities = defaultdict(list)
    for place in places:
        cities[gazetteer.place(place.parent).name if place.parent[2:] != "0000" else ""].append(place.name)
    return cities.items()


def fours(names):
    return ["、".join(names[start : start + 4]) for start in range(0, len(names), 4)]


FORMS = {
    "a line each": lambda p, ns, _: "".join(f"{p}{n}\n" for n in ns),
    "a line each, apart": lambda p, ns, _: "".join(f"{p} {n}\n" for n in ns),
    "numbered": lambda p, ns, _: "".join(f"{i}.{p}{n}\n" for i, n in enumerate(ns, 1)),
    "numbered, apart": lambda p, ns, _: "".join(f"{i} {p} {n}\n" for i, n in enumerate(ns, 1)),
    "below the province": lambda p, ns, _: "\n".join([p, *ns]),
    "below the province with its number": lambda p, ns, _: "\n".join([f"{p}（{len(ns)}个）", *ns]),
    "behind the province": lambda p, ns, _: f"{p}：{'、'.join(ns)}",
    "behind the province, apart": lambda p, ns, _: f"{p}　{'、'.join(ns)}",
    "in a row": lambda p, ns, _: f"{p}：{' '.join(ns)}",
    "before the province": lambda p, ns, _: "".join(f"{n}（{p}）\n" for n in ns),
    "a table": lambda p, ns, kind: f"序号\t省份\t试点{kind}\n" + "".join(f"{i}\t{p}\t{n}\n" for i, n in enumerate(ns, 1)),
    "a table of Markdown": lambda p, ns, kind: f"| 省份 | 试点{kind} |\n|---|---|\n" + "".join(f"| {p} | {n} |\n" for n in ns),
}  # fmt: skip
SENTENCES = {
    "one each": lambda p, ns, kind: "".join(f"{p}{n}被列为农村供水改革试点{kind}。\n" for n in ns),
    "several": lambda p, ns, kind: "".join(f"{p}{some}被列为农村供水改革试点{kind}。\n" for some in fours(ns)),
}
BELOW_CITIES = {
    "behind the city": lambda p, cs: "".join([f"{p}\n", *(f"{c}：{'、'.join(ns)}\n" if c else "\n".join([*ns, ""]) for c, ns in cs)]),
    "behind the city, apart": lambda p, cs: "".join([f"{p}\n", *(f"{c} {'、'.join(ns)}\n" if c else "\n".join([*ns, ""]) for c, ns in cs)]),
    "behind province and city": lambda p, cs: "".join(f"{p}{c}{n}\n" for c, ns in cs for n in ns),
    "behind province and city, apart": lambda p, cs: "".join(f"{p} {c} {n}\n" for c, ns in cs for n in ns),
}  # fmt: skip


def check(facts, places, text: str) -> None:
    assert {unit.place for unit in facts(text, PilotUnit)} == {place.key for place in places}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("level", "kind"), [("county", "县"), ("city", "城市")])
def test_units_of_lists(facts, form: str, level: str, kind: str) -> None:
    for province, places in divisions(level):
        names = [place.name for place in places]
        check(facts, places, LIST.format(kind) + FORMS[form](province.name, names, kind))


@pytest.mark.parametrize("form", SENTENCES)
@pytest.mark.parametrize(("level", "kind"), [("county", "县"), ("city", "城市")])
def test_units_of_sentences(facts, form: str, level: str, kind: str) -> None:
    for province, places in divisions(level):
        names = [place.name for place in places]
        check(facts, places, PILOT + SENTENCES[form](province.name, names, kind))


@pytest.mark.parametrize("form", BELOW_CITIES)
def test_counties_of_lists_by_city(facts, form: str) -> None:
    for province, places in divisions("county"):
        check(facts, places, LIST.format("县") + BELOW_CITIES[form](province.name, by_city(places)))


def test_a_city_apart_from_its_counties_is_a_unit_in_a_list_of_cities(facts) -> None:
    found = facts(LIST.format("城市") + "河北省\n保定市 定州市\n唐山市", PilotUnit)
    assert [unit.as_written for unit in found] == ["保定市", "定州市", "唐山市"]


def test_a_number_behind_a_province_counts_only_with_what_it_counts(facts) -> None:
    found = facts(PILOT + "河南省、安徽省两省和三门峡市被列为农村供水改革试点地区。", PilotUnit)
    assert [unit.as_written for unit in found] == ["河南省", "安徽省", "三门峡市"]

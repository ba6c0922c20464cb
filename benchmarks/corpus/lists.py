"""Lists of units, conditions and consortia: the constructions that are more than one sentence."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from benchmarks.corpus.atlas import atlas
from benchmarks.corpus.parts import Part, joined, marked
from benchmarks.corpus.units import series, unit

if TYPE_CHECKING:
    from benchmarks.corpus.scene import Scene

_NUMBERS: Final = "一二三四五六七八九十"
_WRONG_PROVINCES: Final = 0.01
"""Share of the rows of tables that name another province than that of the place."""
_CELLS: Final = (" | ", "\t")
_SEPARATORS: Final = ("：", ":", " ")


def units_by_province(scene: Scene) -> Part:
    """Return all units of the document, a line for each province: 河北省：馆陶县、巨鹿县."""
    separator = scene.random.choice(_SEPARATORS)
    lines = [
        joined([province, separator, joined((unit(s, province=False, stated=province) for s in spots), "、")])
        for province, spots in groupby(scene.units, key=lambda spot: spot.province)
    ]
    return joined(lines, "\n")


def units_table(scene: Scene) -> Part:
    """Return all units of the document as a table; now and then a province is wrong."""
    between = scene.random.choice(_CELLS)
    end = " |" if "|" in between else ""
    rows: list[Part] = [joined(["序号", between, "省份", between, f"试点{scene.noun}", end])]
    for number, spot in enumerate(scene.units, 1):
        wrong = scene.random.random() < _WRONG_PROVINCES
        province = scene.random.choice([p.name for p in atlas() if p.name != spot.province]) if wrong else spot.province
        row = joined([str(number), between, province, between, unit(spot, province=False, stated=province), end])
        rows.append(
            marked(row, kind="discrepancy", type="wrong_province", stated=province, expected=spot.province)
            if wrong else row
        )  # fmt: skip
    return joined(rows, "\n")


def home_lines(scene: Scene) -> Part:
    """Return the units of the home province below a heading, one a line."""
    lines = [unit(spot, province=False) for spot in scene.home_units]
    return joined([scene.say("home_list_titles"), *lines], "\n")


def conditions(scene: Scene) -> Part:
    """Return the conditions for those who apply, enumerated in one sentence or in several."""
    number = scene.random.randint(2, 4)
    lead = scene.say("condition_leads")
    between = scene.random.choice(["；", "。"])
    items = []
    for ordinal in range(1, number + 1):
        item = scene.say("conditions")
        with_ordinal = [type(mark)(mark.start, mark.end, {**mark.fact, "ordinal": ordinal}) for mark in item.marks]
        items.append(joined([f"{_NUMBERS[ordinal - 1]}是", Part(item.text, tuple(with_ordinal))]))
    return joined([lead, joined(items, between), "。"])


def consortia(scene: Scene) -> Part:
    """Return a sentence that names the consortia of a county; where the field has none, the units of the province."""
    alliance = scene.field.get("alliance")
    if not alliance:
        return joined(
            [series(scene.home_units, province=False), f"已列入{scene.batch}", scene.mention, f"{scene.noun}。"]
        )
    leads = scene.random.sample(alliance["leads"], scene.random.randint(1, len(alliance["leads"])))
    named = []
    towns = scene.random.sample(scene.words["townships"], 3 * len(leads))
    for number, lead in enumerate(leads):
        size = scene.random.randint(1, 3)
        members = [t + scene.random.choice(alliance["members"]) for t in towns[3 * number : 3 * number + size]]
        name = f"{lead}{alliance['name']}"
        said = f"由{lead}牵头，{'、'.join(members)}为成员的{name}"
        named.append(marked(Part(said), kind="consortium", name=name, lead=lead, members=members))
    count = Part(f"等{len(leads)}个{alliance['name']}")
    counted = marked(count, kind="declared_count", of=alliance["name"], value=len(leads), comparator="=")
    verb = scene.random.choice(["组建", "建设", "成立"])
    return joined([scene.say("consortium_leads"), verb, joined(named, "；"), counted, "。"])


def dateline(scene: Scene) -> Part:
    """Return the line below a headline that says when the text appeared, and where."""
    time = f"{scene.random.randint(7, 20):02}:{scene.random.randint(0, 59):02}"
    source = f"{scene.home.name.removesuffix('省')}{scene.pick('papers')}"
    return Part(f"{scene.year}-{scene.month:02}-{scene.day:02} {time}  来源：{source}")

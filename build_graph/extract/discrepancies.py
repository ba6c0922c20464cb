"""Discrepancies: where a document contradicts itself or the tables of divisions, or has lost something."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from build_graph.model import DeclaredCount, Discrepancy, PilotUnit
from build_graph.parse.spans import Span, trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_graph.extract.programs import Programs
    from build_graph.extract.units import Designated
    from build_graph.parse.reading import Reading


def discrepancies(
    reading: Reading, programs: Programs, designated: Sequence[Designated], counts: Sequence[DeclaredCount]
) -> list[Discrepancy]:
    """Return the discrepancies of a document, each with the passages of both sides."""
    if programs.main is None:
        return []
    return [
        *_wrong_provinces(reading, designated),
        *_lost_digits(reading, programs),
        *counts_off(counts),
        *_shares_off(reading, counts, designated),
    ]


def _wrong_provinces(reading: Reading, designated: Sequence[Designated]) -> Iterator[Discrepancy]:
    for one in designated:
        if one.province_differs:
            yield Discrepancy(
                program=one.unit.program,
                type="wrong_province",
                stated=one.unit.stated_province,
                expected=one.unit.province,
                passages=(reading.passage(one.context),),
                rule="place-not-in-stated-province",
            )


def _lost_digits(reading: Reading, programs: Programs) -> Iterator[Discrepancy]:
    for lost in reading.repaired.lost_digits:
        span = trimmed(reading.text, Span(*lost))
        yield Discrepancy(
            program=None if reading.in_profile(span) else programs.at(span),
            type="lost_digits",
            stated=reading.slice(span),
            passages=(reading.passage(span),),
            rule="digits-lost",
        )


def counts_off(counts: Sequence[DeclaredCount]) -> Iterator[Discrepancy]:
    """A number and the list that belongs to it differ, and the list does not call itself partial (等)."""
    for count in counts:
        if count.listed is None or count.open_list or not isinstance(count.value, int | float):
            continue
        if count.listed != count.value:
            yield Discrepancy(
                program=count.program,
                type="count_mismatch",
                stated=f"{count.value:g}",
                expected=str(count.listed),
                passages=count.passages,
                rule="declared-is-not-listed",
            )


def _shares_off(
    reading: Reading, counts: Sequence[DeclaredCount], designated: Sequence[Designated]
) -> Iterator[Discrepancy]:
    """So many units in each province, against the list as the document groups it."""
    for count in counts:
        if count.rule != "count-per-province" or not isinstance(count.value, tuple):
            continue
        low, high = count.value
        units = dict.fromkeys(
            (_group(one.unit), one.unit.place) for one in designated if _is_shared_out(one.unit, count)
        )
        groups = Counter(group for group, _ in units)
        off = {group: n for group, n in groups.items() if group and not low <= n <= high}
        if not off:
            continue
        rows = [reading.passage(one.context) for one in designated if _group(one.unit) in off]
        yield Discrepancy(
            program=count.program,
            type="count_mismatch",
            stated=f"{low:g}-{high:g}",
            expected="、".join(f"{group}{n}个" for group, n in off.items()),
            passages=tuple(sorted(set(rows))),
            counter_passages=count.passages,
            rule="share-of-province-off",
        )


def _is_shared_out(unit: PilotUnit, count: DeclaredCount) -> bool:
    """A province is no unit of its own share."""
    return unit.program == count.program and unit.level != "province"


def _group(unit: PilotUnit) -> str | None:
    return unit.stated_province or unit.province

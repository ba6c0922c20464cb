"""Short and common names, made from official ones: 河北省 is 河北, 楚雄彝族自治州 is 楚雄 and 楚雄州.

The rules are the tables ``name_suffixes.tsv`` and ``nationalities.tsv``.
"""

from __future__ import annotations

from functools import cache

from build_graph.tables import table

SHORTEST = 2
"""A short name has two characters at least: 赵县 has none."""


@cache
def _suffixes() -> dict[str, tuple[tuple[str, str], ...]]:
    """Return suffixes and their uses by the last character, the longest first."""
    rows = [(row["suffix"], row["use"]) for row in table("build_graph.places", "name_suffixes")]
    rows.sort(key=lambda row: -len(row[0]))
    return {last: tuple(row for row in rows if row[0][-1] == last) for last in {suffix[-1] for suffix, _ in rows}}


@cache
def _nationalities() -> tuple[str, ...]:
    names = [name for row in table("build_graph.places", "nationalities") for name in row["names"].split()]
    return tuple(sorted(names, key=len, reverse=True))


def short_name(name: str) -> str | None:
    """Return the name without the word for its kind and nationalities, None where there is no such form."""
    return _split(name)[0]


def common_names(name: str) -> tuple[str, ...]:
    """Return how the name of an autonomous area is commonly written (海南州, 海南自治州), nothing for others."""
    short, use = _split(name)
    return (short + use, f"{short}自治{use}") if short and use in ("州", "县", "旗") else ()


def _split(name: str) -> tuple[str | None, str]:
    for suffix, use in _suffixes().get(name[-1:], ()):
        if name.endswith(suffix) and len(name) > len(suffix):
            rest = name[: -len(suffix)]
            if use in ("州", "县", "旗"):
                rest = _without_nationalities(rest)
            keep = use != "none" and len(rest) >= SHORTEST
            return (rest if keep else None), use
    return None, "none"


def _without_nationalities(name: str) -> str:
    """Strip nationalities off the end; a name that is nothing else (鄂温克族自治旗) has no short form."""
    for nationality in _nationalities():
        if name.endswith(nationality):
            return _without_nationalities(name[: -len(nationality)])
    return name

"""What one document is about: its program, bodies, date and places; and the slots that its sentences draw from it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from benchmarks.corpus.atlas import atlas
from benchmarks.corpus.parts import Part, joined, optional, stating
from benchmarks.corpus.templates import POOLS
from benchmarks.corpus.units import series, unit
from benchmarks.corpus.words import data

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from random import Random

    from benchmarks.corpus.atlas import Province, Spot
    from benchmarks.corpus.templates import Value

_FIRST_YEAR: Final = 2012
_LAST_YEAR: Final = 2025
_MOST_UNITS: Final = 40
_TRIES: Final = 8
"""Drawings before a sentence is said again."""
_NAMED: Final = 4
"""Units that a sentence names before 等 (and so on)."""


@dataclass(frozen=True, slots=True)
class Reform:
    """A made-up program."""

    name: str
    topic: str
    """What it is about, without 试点 (pilot)."""
    thing: str
    """What is built up or reformed."""
    aliases: tuple[str, ...]


class Scene:
    """A document's own facts. The same source of chance gives the same scene."""

    def __init__(self, random: Random) -> None:
        """Draw what the document is about."""
        self.random = random
        self.field: Mapping[str, Any] = random.choice(data("areas"))
        self.words: Mapping[str, list[str]] = data("words")
        self.year = random.randint(_FIRST_YEAR, _LAST_YEAR)
        self.month, self.day = random.randint(1, 12), random.randint(1, 28)
        self.of_counties = random.random() < 0.6
        self.noun = "县" if self.of_counties else "城市"
        self.kind = "县（市、区）" if self.of_counties else "城市"
        self.batch = random.choice(self.words["batches"])
        self.home: Province = random.choice(atlas())
        self.reform = self._reform()
        bodies = list(self.field["bodies"])
        self.bodies = bodies[: random.choice([1, 1, 2, 2, 3])]
        self.sections = 0
        """Tasks and sections so far: the ordinal of the last one."""
        self._said: set[str] = set()

    def _reform(self) -> Reform:
        words, random = self.words, self.random
        building = random.random() < 0.6
        thing = random.choice(words["scopes"]) + random.choice(self.field["builds" if building else "reforms"])
        form = random.choice(words["build_forms" if building else "reform_forms"])
        topic = thing + form.removesuffix("试点")
        aliases = (f"{thing}{form}{self.noun}", f"{thing}试点", f"{thing}试点{self.noun}", topic, thing)
        return Reform(f"{thing}{form}", topic, thing, aliases)

    # --- places

    @cached_property
    def units(self) -> tuple[Spot, ...]:
        """The units that the document names, across the country, in the order of their codes."""
        number = max(2, min(_MOST_UNITS, round(self.random.lognormvariate(2.2, 0.7))))
        every = [spot for province in atlas() for spot in self.candidates(province)]
        return tuple(sorted(self.random.sample(every, number), key=lambda spot: spot.code))

    @cached_property
    def home_units(self) -> tuple[Spot, ...]:
        """The units of the home province that the document names."""
        some = self.candidates(self.home)
        number = min(len(some), self.random.randint(2, 14))
        return tuple(sorted(self.random.sample(some, number), key=lambda spot: spot.code))

    @cached_property
    def seat(self) -> Spot:
        """The county from which the document comes."""
        return self.random.choice([spot for spot in self.home.counties if spot.alone])

    def candidates(self, province: Province) -> tuple[Spot, ...]:
        """Return the places of a province that can become a unit of the program."""
        return province.counties if self.of_counties else province.cities

    # --- slots

    def __call__(self, name: str) -> Value:
        """Return what a slot holds; the digit of ``thing2`` only tells it from ``thing``."""
        plain = name.rstrip("0123456789") if name not in _FIXED else name
        fixed = _FIXED.get(name) or _FIXED.get(plain)
        if fixed:
            return fixed(self)
        return _DRAWN[plain](self)

    def say(self, pool: str) -> Part:
        """Return a sentence of a pool, if possible one that has not been said."""
        for _ in range(_TRIES):
            part = self.random.choice(POOLS[pool]).fill(self)
            if part.text not in self._said:
                break
        self._said.add(part.text)
        return part

    def issuer(self, name: str) -> Part:
        """Return a body that starts the program."""
        return stating(name, kind="issuer", name=name, as_written=name)

    @property
    def mention(self) -> Part:
        """The name of the program."""
        return stating(
            self.reform.name, kind="program", name=self.reform.name, aliases=list(self.reform.aliases), is_pilot=True
        )

    def pick(self, words: str) -> str:
        """Return a word of a list of ``data/words.yml``, or of the field."""
        some = self.field[words] if words in self.field else self.words[words]
        return str(self.random.choice(some))

    def number(self, least: int, most: int) -> int:
        """Return a number between two, both included."""
        return self.random.randint(least, most)

    def spot(self) -> Spot:
        """Return any county of the home province whose name nobody else has there."""
        return self.random.choice([spot for spot in self.home.counties if spot.alone_at_home])

    def elsewhere(self) -> Province:
        """Return any province."""
        return self.random.choice(atlas())


def _person(scene: Scene) -> str:
    return scene.pick("surnames") + scene.pick("given")


def _department(scene: Scene) -> Part:
    name = f"{scene.home.name}{scene.field['department']}"
    return stating(name, kind="issuer", name=name, as_written=name, status="optional")


def _series(scene: Scene) -> Part:
    return series(scene.units[:_NAMED], province=True)


def _home_series(scene: Scene) -> Part:
    return series(scene.home_units, province=False)


_FIXED: Final[Mapping[str, Callable[[Scene], Value]]] = {
    "program": lambda s: s.mention,
    "program_name": lambda s: s.reform.name,
    "topic": lambda s: s.reform.topic,
    "object": lambda s: s.reform.thing,
    "noun": lambda s: s.noun,
    "noun2": lambda s: f"试点{s.noun}",
    "unit": lambda s: f"试点{s.noun}",
    "kind": lambda s: s.kind,
    "batch": lambda s: s.batch,
    "body": lambda s: s.issuer(s.bodies[0]),
    "body2": lambda s: list(s.field["bodies"])[-1],
    "bodies": lambda s: joined([s.issuer(body) for body in s.bodies], "、"),
    "body_plain": lambda s: s.bodies[0],
    "signed": lambda s: joined([s.issuer(body) for body in s.bodies], " "),
    "code": lambda s: s.field["bodies"][s.bodies[0]],
    "department": _department,
    "province": lambda s: s.home.name,
    "short_province": lambda s: s.home.name.removesuffix("省").removesuffix("市"),
    "city": lambda s: s.seat.above or s.home.name,
    "county": lambda s: optional(unit(s.seat, province=False)),
    "series": _series,
    "home_series": _home_series,
    "count": lambda s: len(s.units),
    "home_count": lambda s: len(s.home_units),
    "sections": lambda s: s.sections,
    "year0": lambda s: s.year,
    "day": lambda s: f"{s.year}年{s.month}月{s.day}日",
    "month_day": lambda s: f"{s.month}月{s.day}日",
}
"""Slots that are the same all over a document."""

_DRAWN: Final[Mapping[str, Callable[[Scene], Value]]] = {
    "year": lambda s: s.year + s.number(1, 5),
    "month": lambda s: s.number(1, 12),
    "percent": lambda s: s.number(35, 98),
    "low": lambda s: s.number(5, 34),
    "number": lambda s: s.number(12, 960),
    "small": lambda s: s.number(2, 9),
    "serial": lambda s: s.number(1, 180),
    "thing": lambda s: s.pick("things"),
    "asset": lambda s: s.pick("assets"),
    "rule": lambda s: s.pick("rules"),
    "quality": lambda s: "、".join(s.random.sample(s.words["qualities"], 2)),
    "adverb": lambda s: s.pick("adverbs"),
    "size": lambda s: s.pick("sizes"),
    "product": lambda s: s.pick("products"),
    "landscape": lambda s: s.pick("landscapes"),
    "side": lambda s: s.pick("sides"),
    "township": lambda s: s.pick("townships"),
    "surname": lambda s: s.pick("surnames"),
    "person": _person,
    "paper": lambda s: s.home.name.removesuffix("省") + s.pick("papers"),
    "spot": lambda s: s.spot().name,
    "city_elsewhere": lambda s: s.random.choice(s.elsewhere().cities).name,
    "county_elsewhere": lambda s: s.random.choice(s.elsewhere().counties).name,
    "province_elsewhere": lambda s: s.elsewhere().name,
}
"""Slots that are drawn anew in each sentence."""

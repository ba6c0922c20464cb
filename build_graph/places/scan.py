"""Finding places in running text.

Every name of the gazetteer is looked for at once; what is kept follows the rules proven in the tables
``weak_names.tsv`` and ``other_words.tsv``: 示范县 is not 范县, 提高县域 not 高县, 合作协议 not 合作市.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from build_graph.places.chain import Chain
from build_graph.places.choose import Context, choose, settled
from build_graph.places.matches import Match, Matcher
from build_graph.places.place import year_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from build_graph.places.gazetteer import Gazetteer
    from build_graph.places.place import Hit, Place


@dataclass(frozen=True, slots=True)
class Mention:
    """A place named in a text: ``text[start:end] == written``."""

    start: int
    end: int
    written: str
    candidates: tuple[Place, ...]
    """The places it may be, one if it was decided; today's divisions, as :func:`resolve` gives them."""
    short: bool
    """It rests on a short name alone (沈阳, 大英) and needs support from what surrounds it."""


_AND = "和与及或"


@lru_cache(maxsize=2)
def _matcher(gazetteer: Gazetteer) -> Matcher:
    return Matcher(gazetteer)


def scan(gazetteer: Gazetteer, text: str, *, within: str | None = None, on: str | int | None = None) -> list[Mention]:
    """Return the places named in a text, in its order and without overlap.

    Args:
        gazetteer: the places.
        text: a whole document or a part of it, in simplified characters.
        within: code of a division that the text is about. Its townships are found as well, also by their
            short names, and it decides between places of one name.
        on: date of the text, ISO or year.

    Adjacent names that lie in each other (河北省唐山市滦州市) are one mention. A county's short name is
    given only where the text names the county or what it lies in as well. Raises PlaceError and KeyError as
    ``resolve`` does.
    """
    area = gazetteer.place(within) if within else None
    context = Context(within=area, year=year_of(on))
    matches = [match.in_use(context.year) for match in _matcher(gazetteer).find(text, area)]
    chains = _supported(gazetteer, _chains(gazetteer, text, matches), area)
    return _decided_elsewhere([_mention(gazetteer, text, chain, context) for chain in chains])


def _chains(gazetteer: Gazetteer, text: str, matches: Sequence[Match]) -> list[list[Match]]:
    """Take the leftmost, longest matches that may stand there; join those that lie in each other."""
    chains: list[list[Match]] = []
    end = 0
    for match in sorted(matches, key=lambda each: (each.start, -each.end, each.short)):
        if match.start < end:
            continue
        before = chains[-1] if chains and end == match.start else None
        linked = _linked(gazetteer, before[-1], match) if before and match.may_follow(text) else None
        if before and linked:
            before.append(linked)
        elif match.stands_alone(text, after_place=bool(chains) and text[end : match.start] in ("", *_AND)):
            chains.append([match])
        else:
            continue
        end = match.end
    return chains


def _linked(gazetteer: Gazetteer, before: Match, match: Match) -> Match | None:
    """Return the match with the hits that lie in the place named right before it, None if none does."""
    hits = tuple(hit for hit in match.hits if any(gazetteer.lies_in(hit.place, above.place) for above in before.hits))
    return Match(match.start, match.end, match.name, hits, match.short) if hits else None


def _supported(gazetteer: Gazetteer, chains: list[list[Match]], area: Place | None) -> Iterable[list[Match]]:
    """Drop short names of counties that nothing else in the text supports: 蓬莱 alone is not 蓬莱区."""
    named = {area.key, *(each.key for each in gazetteer.ancestors(area))} if area else set()
    for chain in chains:
        named |= {hit.place.key for match in chain for hit in match.hits if not _needs_support(match, hit)}
    for chain in chains:
        last = chain[-1]
        if len(chain) > 1 or not last.short:
            yield chain
            continue
        kept = tuple(hit for hit in last.hits if _has_support(last, hit, named))
        if kept:
            yield [Match(last.start, last.end, last.name, kept, short=True)]


def _needs_support(match: Match, hit: Hit) -> bool:
    return match.short and hit.place.level in ("county", "township")


def _has_support(match: Match, hit: Hit, named: set[str]) -> bool:
    return not _needs_support(match, hit) or hit.place.key in named or hit.place.parent in named


def _decided_elsewhere(mentions: list[Mention]) -> list[Mention]:
    """Decide an open mention by what the text names unmistakably elsewhere (北京市朝阳区 … 朝阳区)."""
    decided = {mention.candidates[0] for mention in mentions if len(mention.candidates) == 1}
    found = []
    for mention in mentions:
        known = tuple(place for place in mention.candidates if place in decided)
        found.append(replace(mention, candidates=known) if len(known) == 1 else mention)
    return found


def _mention(gazetteer: Gazetteer, text: str, matches: list[Match], context: Context) -> Mention:
    last = matches[-1]
    above = tuple(match.hits[0].place for match in matches[:-1])
    choice = choose(gazetteer, Chain(above, last.name, last.hits, last.short), context)
    places = dict.fromkeys(settled(gazetteer, hit, context.year) for hit in choice.hits)
    start, end = matches[0].start, last.end
    return Mention(start, end, text[start:end], tuple(places), last.short and len(matches) == 1)

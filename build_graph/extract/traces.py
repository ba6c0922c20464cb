"""What became of the raw text of a document: what was left out, repaired, lost, or may not be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from build_graph.extract.privacy import personal_spans
from build_graph.model import Traces
from build_graph.repair.stretches import joined, repairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from build_graph.model import Document, Repaired
    from build_graph.repair.tracked import Span

_CONTACT: Final = "contact"
"""Why ``repair`` leaves out a line that tells how to reach somebody; names stand in such lines, too."""


def traces(document: Document, repaired: Repaired) -> Traces:
    """Return what became of the raw text of a document. Spans are raw."""
    personal = list(_personal(document, repaired))
    if personal:
        personal = joined(_with_dropped(personal, repaired))
    return Traces(
        ignored=tuple(sorted(repaired.ignored, key=lambda left: (left.start, left.end))),
        repairs=repairs(document, repaired, personal),
        lost_digits=tuple(repaired.raw_span(*span) for span in repaired.lost_digits),
        unreadable=tuple(joined(repaired.raw_span(*span) for span in repaired.damaged)),
        personal=tuple(personal),
    )


def _personal(document: Document, repaired: Repaired) -> Iterator[Span]:
    """Yield the personal data of a text as it stands, and as it reads once markup, escapes and damage are gone."""
    yield from personal_spans(document.text)
    clean = repaired.uncut
    if clean and clean.text != document.text:
        yield from ((clean.starts[start], clean.ends[end - 1]) for start, end in personal_spans(clean.text))
    yield from ((left.start, left.end) for left in repaired.ignored if left.reason == _CONTACT)


def _with_dropped(spans: Iterable[Span], repaired: Repaired) -> Iterator[Span]:
    """Yield raw spans, each with what was dropped behind it: 张(zhāng)三(sān) ends behind the last reading."""
    read = frozenset(repaired.uncut.starts if repaired.uncut else ())
    dropped = {start: end for _, (start, end) in repaired.noted if start not in read}
    for start, last in spans:
        end = last
        while end in dropped:
            end = dropped[end]
        yield start, end

"""Personal data: no telephone number, address of mail or identity number reaches a fact, a passage or a shown text."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Final

from build_graph.model import Ignored
from build_graph.repair.forms import ascii_forms
from build_graph.repair.stretches import joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from build_graph.model import Document, Fact, Passage
    from build_graph.repair.tracked import Span

_LONG_NUMBER: Final = re.compile(r"\d[\d()（） —―–-]{5}")
_NUMBERS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r"[+81](?<!\d.)(?:(?<=1)|(?<=8)6[- ]?1|(?<=[+])86[- ]?1)[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)",  # mobile telephone
        # land lines
        r"0(?<!\d0)\d{2,3}[-—―–]{1,2}\d{7,8}(?!\d)(?:[-—转]\d{1,5}(?!\d))?(?:[、/，,；;] ?\d{7,8}(?!\d))*",
        r"[（(]0\d{2,3}[)）][- ]?\d{7,8}(?!\d)(?:[-—转]\d{1,5}(?!\d))?(?:[、/，,；;] ?\d{7,8}(?!\d))*",
        r"\d(?<!\d\d)\d{16}[\dXx](?!\d)",  # identity card
        r"[48](?<!\d.)00-?\d{3,4}-?\d{3,4}(?!\d)",  # service numbers
    )
)
"""Each holds a long number, which few texts do, and begins with a sign that can be looked for fast: the sign before it
is looked at afterwards."""
_ADDRESS: Final = re.compile(r"[A-Za-z0-9_.+-]{1,64}@[\w-]+\.(?:[A-Za-z]+(?:\.[A-Za-z]+)*|\w+)")
"""An address of mail."""
_AT: Final = re.compile("@")
_CUE: Final = re.compile("系人|电话|电話|電话|電話|手机|手機|热线|热線|熱线|熱線|传真|傳真|微信|QQ|qq")
_ANNOUNCED: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r"[联聯]系人[：:]?\s*([一-鿿]{2,4})",
        r"[联聯]系人(\S{0,8}?\d{7,8})",
        (
            r"[话話机機线線真](?<=[电電][话話]|手[机機]|[热熱][线線]|[传傳]真)"
            r"[：:号號码碼]{0,3}\s*(\d{5,}|[（(]?\d[\d（）() —-]{5,}\d)"
        ),
        r"(?:微信|QQ|qq)[号號群]{0,2}[：:]?\s*([A-Za-z0-9_-]{5,})",
    )
)
"""Each holds one of the cues. What is personal is the group: what stands before it only tells that it is."""
_PERSONAL: Final = ((_LONG_NUMBER, _NUMBERS), (_AT, (_ADDRESS,)), (_CUE, _ANNOUNCED))
"""Patterns, each with what a text must hold that they can find anything in."""
REASON: Final = "personal data"
MASK: Final = "█"
"""Stands for a character that is not shown."""
_SHOWN: Final = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]")
"""Line breaks are not masked: they say nothing, and the lines of a text stay."""


def holds_personal_data(text: str) -> bool:
    """Tell whether a text holds a telephone number, an address of mail or an identity number."""
    return next(_found(text), None) is not None


def may_hold_personal_data(document: Document) -> bool:
    """Tell whether a document holds what all personal data hold; the passages of most need not be looked at."""
    texts = (document.text, document.content.text) if document.content else (document.text,)
    return any(_possible(text)[1] for text in texts)


def personal_spans(text: str) -> list[Span]:
    """Return where personal data stand in a text, in code points, in order and apart from each other."""
    spans = joined(_found(text))
    while spans and (hidden := list(_found(masked(text, spans)))):  # one may hide the next: 联系人12345678、87654321
        spans = joined(chain(spans, hidden))
    return spans


def _found(text: str) -> Iterator[Span]:
    plain, patterns = _possible(text)
    for pattern in patterns:
        for found in pattern.finditer(plain):
            yield found.span(found.lastindex or 0)


@lru_cache(maxsize=2)  # a document is asked about twice: whether it may hold any, and where
def _possible(text: str) -> tuple[str, list[re.Pattern[str]]]:
    """Return a text as it is looked at, and the patterns that can find anything in it."""
    plain = ascii_forms(text)
    return plain, [pattern for needed, patterns in _PERSONAL if needed.search(plain) for pattern in patterns]


def masked(text: str, spans: Iterable[Span]) -> str:
    """Return a text of the same length in which the characters of spans, given in order, cannot be read."""
    pieces: list[str] = []
    at = 0
    for start, end in spans:
        pieces += (text[at:start], _SHOWN.sub(MASK, text[start:end]))
        at = end
    return "".join((*pieces, text[at:]))


def masked_text(text: str) -> str:
    """Return a text of the same length in which no personal data can be read."""
    spans = personal_spans(text)
    return masked(text, spans) if spans else text


def without_personal_data(facts: Iterable[Fact], document: Document | None = None) -> tuple[list[Fact], list[Ignored]]:
    """Return the facts whose passages hold no personal data, and the stretches left out for it."""
    kept: list[Fact] = []
    ignored: list[Ignored] = []
    for fact in facts:
        found = [p for p in fact.passages if any(map(holds_personal_data, _readings(p, document)))]
        ignored += [Ignored(p.start, p.end, REASON) for p in found]
        if not found:
            kept.append(fact)
    return kept, ignored


def _readings(passage: Passage, document: Document | None) -> tuple[str, ...]:
    """Return a passage as it stands and, from a document with markup or escapes, as it reads."""
    if document is None or document.content is None:
        return (passage.exact,)
    return passage.exact, document.said(passage.start, passage.end)

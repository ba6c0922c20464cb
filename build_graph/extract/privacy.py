"""Personal data: no telephone number, address of mail or identity number reaches a fact or its passages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_graph.model import Ignored

if TYPE_CHECKING:
    from collections.abc import Iterable

    from build_graph.model import Document, Fact, Passage

_PERSONAL = re.compile(
    r"(?<!\d)1[3-9]\d{9}(?!\d)"  # mobile telephone
    r"|(?<!\d)0\d{2,3}[-－—]\d{7,8}(?!\d)"  # land line
    r"|(?<!\d)\d{17}[\dXx](?!\d)"  # identity card
    r"|[A-Za-z0-9_.+-]{1,64}@[\w-]+\.\w+"  # e-mail
    r"|(?<!\d)[48]00-?\d{3,4}-?\d{3,4}(?!\d)"  # service numbers
    r"|联系人[：:]?\s*[一-鿿]{2,4}|(?:电话|手机|热线)[：:号码]{0,3}\s*\d{5,}|联系人\S{0,8}?\d{7,8}"
    r"|(?:微信|QQ|qq)[号群]{0,2}[：:]?\s*[\w-]{5,}"
)
REASON = "personal data"


def holds_personal_data(text: str) -> bool:
    """Tell whether a text holds a telephone number, an address of mail or an identity number."""
    return _PERSONAL.search(text) is not None


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
    return (passage.exact, document.said(passage.start, passage.end)) if document else (passage.exact,)

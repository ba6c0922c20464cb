"""Personal data: no telephone number, address of mail or identity number reaches a fact or its passages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_graph.model import Ignored

if TYPE_CHECKING:
    from collections.abc import Iterable

    from build_graph.model import Fact

_PERSONAL = re.compile(
    r"(?<!\d)1[3-9]\d{9}(?!\d)"  # mobile telephone
    r"|(?<!\d)0\d{2,3}[-－—]\d{7,8}(?!\d)"  # land line
    r"|(?<!\d)\d{17}[\dXx](?!\d)"  # identity card
    r"|[\w.+-]+@[\w-]+\.\w+"  # e-mail
)
REASON = "personal data"


def without_personal_data(facts: Iterable[Fact]) -> tuple[list[Fact], list[Ignored]]:
    """Return the facts whose passages hold no personal data, and the stretches left out for it."""
    kept: list[Fact] = []
    ignored: list[Ignored] = []
    for fact in facts:
        found = [p for p in fact.passages if _PERSONAL.search(p.exact)]
        ignored += [Ignored(p.start, p.end, REASON) for p in found]
        if not found:
            kept.append(fact)
    return kept, ignored

"""The sheet to fill in: doubtful facts as entries of a file of corrections that lack only their action."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from build_graph.correct.attributes import ATTRIBUTES
from build_graph.correct.entry import digest
from build_graph.correct.yaml_text import quoted, value
from build_graph.extract.privacy import holds_personal_data

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_graph.correct.doubts import Doubt

HEAD: Final = """\
# {count} to look at, the most doubtful first. Fill in an entry and save the file in your folder of corrections.
#
# action: reject    it is no fact
#         correct   an attribute is wrong:    set: {{deadline: 2025-06}}
#         add       a fact is missing:        set: {{name: 河北省唐山市滦州市}}
#         alias     a program has more names: set: {{alias: 试点的新名称}}
#         confirm   it is right, and need not be listed again
# who and why are published with the graph. Entries without an action are passed over; delete or leave them.
"""
_AROUND: Final = 24
"""Code points of the document that are shown on either side of a passage."""
_SHORT_DIGEST: Final = 16
"""Hexadecimal digits of the digest of a passage that the sheet shows."""


def sheet(doubts: Sequence[Doubt]) -> str:
    """Return doubts as a file of corrections to fill in; as it stands, it corrects nothing."""
    return "\n".join([HEAD.format(count=len(doubts)), *(_entry(doubt) for doubt in doubts)])


def _entry(doubt: Doubt) -> str:
    return "".join(f"{line}\n" for line in (*map(_comment, _said(doubt)), *_keys(doubt)))


def _said(doubt: Doubt) -> Iterator[str]:
    yield f"{doubt.kind} {doubt.words}" + (f", by the rule {doubt.fact.rule}" if doubt.fact else "")
    for reason in doubt.reasons:
        yield f"  doubt: {reason}"
    yield f"  text:  {_context(doubt)}"
    if doubt.fact:
        read = ((name, getattr(doubt.fact, name)) for name in ATTRIBUTES[type(doubt.fact)])
        yield "  read:  {" + ", ".join(f"{name}: {value(what)}" for name, what in read) + "}"


def _keys(doubt: Doubt) -> Iterator[str]:
    passage = doubt.passage
    yield f"- document: {quoted(doubt.document.id)}"
    yield f"  kind: {doubt.kind}"
    if doubt.fact:
        yield f"  fact: {quoted(doubt.words)}"
        if doubt.fact.program:
            yield f"  program: {quoted(doubt.fact.program)}"
    exact, short = quoted(passage.exact), digest(passage.exact)[:_SHORT_DIGEST]
    yield f"  passage: {{exact: {exact}, start: {passage.start}, sha256: {quoted(short)}}}"
    yield f"  action:        # {'reject, correct, confirm' if doubt.fact else 'add or reject'}"
    yield "  set: {}"
    yield "  who:"
    yield "  why:"
    yield "  date:"


def _context(doubt: Doubt) -> str:
    document, passage = doubt.document, doubt.passage
    words = f"【{document.said(passage.start, passage.end)}】"
    before = document.said(max(0, passage.start - _AROUND), passage.start)
    after = document.said(passage.end, passage.end + _AROUND)
    shown = f"…{before}{words}{after}…"
    if holds_personal_data(shown):
        shown = words
    return " ".join(shown.split())


def _comment(line: str) -> str:
    """A line that YAML passes over; what cannot be printed is shown as in a quotation."""
    return f"# {line}" if line.isprintable() else f"# {quoted(line)[1:-1]}"

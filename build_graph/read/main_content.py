"""Which text of a page is its main content: resiliparse decides, from the names and the kinds of the elements.

Each text of the page is given a mark that is no letter of any language; the texts whose marks come out are kept. So the
library sees the page that it would see, and what it keeps is known to the character.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_graph.read.markup import elements

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from build_graph.read.markup import Token

_FIRST_MARK = 0xF0000
_MOST_MARKS = 0xFFFD
"""Characters of the first supplementary plane for private use. A page with more texts is kept whole."""
_DEEPEST = 500
"""Elements inside one another beyond which the library becomes slow; a page with more is kept whole."""
_MARK = re.compile(f"[{chr(_FIRST_MARK)}-{chr(_FIRST_MARK + _MOST_MARKS)}]")
_SENTENCE = re.compile(r"(?<=[^\s<>]{15})[。；：！]")


def main_texts(text: str, tokens: Sequence[Token]) -> Collection[int]:
    """Return where the texts of the main content start; all of them if the library finds no sentence among them."""
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415  (pages only)

    texts = [token for token in tokens if token.kind == "text" and text[token.start : token.end].strip()]
    everything = {token.start for token in texts}
    if len(texts) > _MOST_MARKS or _depth(tokens) > _DEEPEST:
        return everything
    marks = {token.start: chr(_FIRST_MARK + number) for number, token in enumerate(texts)}
    found = extract_plain_text(_marked(text, tokens, marks), main_content=True, alt_texts=False, list_bullets=False)
    kept = {
        texts[ord(mark) - _FIRST_MARK].start for mark in _MARK.findall(found) if ord(mark) - _FIRST_MARK < len(texts)
    }
    said = any(_SENTENCE.search(text, token.start, token.end) for token in texts if token.start in kept)
    return kept if said else everything


def _depth(tokens: Sequence[Token]) -> int:
    """Return how deep the elements of a page lie at most, those that have an end."""
    closed = {token.name for token in tokens if token.kind == "end"} | elements("block")
    depth = deepest = 0
    for token in tokens:
        if token.name in closed:
            depth = depth + 1 if token.kind == "start" else max(depth - 1, 0)
            deepest = max(deepest, depth)
    return deepest


def _marked(text: str, tokens: Sequence[Token], marks: dict[int, str]) -> str:
    """Return the page with its texts marked and its lists without links as paragraphs.

    A list is taken for a menu by the library; one without links is none.
    """
    plain = _plain_lists(tokens)
    written = []
    for at, token in enumerate(tokens):
        raw = text[token.start : token.end]
        if token.kind == "text":
            written.append(marks.get(token.start, "") + _MARK.sub("", raw))
        elif at in plain:
            name = "div" if token.name in elements("list") else "p"
            written.append(f"<{name}>" if token.kind == "start" else f"</{name}>")
        else:
            written.append(raw)
    return "".join(written)


def _plain_lists(tokens: Sequence[Token]) -> set[int]:
    """Return the tags of the lists without links and of their items."""
    found: set[int] = set()
    stack: list[list[int]] = []
    linked: list[bool] = []
    for at, token in enumerate(tokens):
        if token.name in elements("list") and token.kind == "start":
            stack.append([at])
            linked.append(False)
        elif not stack:
            continue
        elif token.name in elements("list"):
            tags = [*stack.pop(), at]
            has_links = linked.pop()
            if not has_links:
                found.update(tags)
            elif linked:
                linked[-1] = True
        elif token.name in elements("item"):
            stack[-1].append(at)
        elif token.name == "a" and token.kind == "start":
            linked[-1] = True
    return found

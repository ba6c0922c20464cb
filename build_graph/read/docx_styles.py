"""The styles of DOCX: what paragraphs take their numbers from, and how tables of contents are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as Word
    from docx.oxml.xmlchemy import BaseOxmlElement

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STYLE = f"{_W}pPr/{_W}pStyle"
_NUMBER = f"{_W}pPr/{_W}numPr"


class Styles:
    """The styles of paragraphs by the names that paragraphs call them."""

    def __init__(self, word: Word) -> None:
        self._styles: dict[str | None, BaseOxmlElement] = {}
        for style in word.styles.element.iterfind(f"{_W}style[@{_W}type='paragraph']"):
            self._styles[style.get(f"{_W}styleId")] = style
            if style.get(f"{_W}default") == "1":
                self._styles[None] = style

    def is_contents(self, paragraph: BaseOxmlElement) -> bool:
        """Tell whether a paragraph is a line of a table of contents."""
        style = self._styles.get(value(paragraph, _STYLE))
        return style is not None and (value(style, f"{_W}name") or "").lower().startswith("toc")

    def numberings(self, paragraph: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
        """Yield the properties of numbering of a paragraph, of its style and of those that this rests on."""
        yield from paragraph.iterfind(_NUMBER)
        seen: set[str | None] = set()
        name = value(paragraph, _STYLE)
        while name not in seen and (style := self._styles.get(name)) is not None:
            seen.add(name)
            yield from style.iterfind(_NUMBER)
            name = value(style, f"{_W}basedOn") or "no style"


def value(element: BaseOxmlElement, path: str) -> str | None:
    """Return the value of the element at a path, None if there is none."""
    found = element.find(path)
    return None if found is None else found.get(f"{_W}val")

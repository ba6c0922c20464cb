"""Reading what a notebook would show."""

from __future__ import annotations

from lxml import html


def page(shown: str) -> html.HtmlElement:
    """Return the HTML of an output as a tree, once it is known to ask for nothing and to run nothing."""
    tree = html.fragment_fromstring(shown, create_parent="div")
    for tag in ("script", "style", "link", "img", "iframe", "object"):
        assert tree.find(f".//{tag}") is None, tag
    for element in tree.iter():
        assert not {"src", "srcset", "data"} & set(element.attrib)
        assert not any(name.startswith("on") for name in element.attrib)
        assert element.get("href", "#").startswith(("#", "http://", "https://"))
    return tree


def rows(shown: str) -> list[list[str]]:
    """Return the texts of the cells below the head, row by row."""
    return [[_text(cell) for cell in row] for row in page(shown).iterfind(".//tbody/tr")]


def head(shown: str) -> list[str]:
    """Return the texts of the head of a table."""
    found = page(shown).findall(".//thead/tr/th")
    assert all(each.get("scope") == "col" for each in found)
    return [_text(each) for each in found]


def caption(shown: str) -> list[str]:
    """Return the lines above a table."""
    return [text.strip() for text in page(shown).find(".//caption").itertext()]


def _text(element: html.HtmlElement) -> str:
    return " ".join(text.strip() for text in element.itertext() if text.strip())

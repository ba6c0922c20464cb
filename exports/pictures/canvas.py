"""What every picture is made with: its template, and its words in the language of the reader."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from jinja2 import Environment, PackageLoader, StrictUndefined

from exports.data_files import table
from exports.pictures.lettering import FONT_FAMILIES

if TYPE_CHECKING:
    from collections.abc import Mapping

_NOT_IN_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 (section 2.2) has no way to write."""
_HTML_LANGUAGE: Final = {"zh": "zh-Hans", "en": "en"}


def render(name: str, language: str, **values: object) -> str:
    """Return a picture from its template ``NAME.svg.j2``; ``words`` and the language are known in it."""
    template = _environment().get_template(f"{name}.svg.j2")
    text = template.render(
        name=name, words=words(language), language=_HTML_LANGUAGE[language], families=FONT_FAMILIES, **values
    )
    return f"{text}\n"


@cache
def words(language: str) -> Mapping[str, str]:
    """Return the words of the pictures by key, in ``zh`` or ``en``; {n} in them stands for a number."""
    return {row["key"]: row[language] for row in table("picture_words.tsv")}


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("exports"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_writable,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _writable(value: object) -> object:
    """Return a value in which control characters, which no XML file can hold, are shown as U+FFFD."""
    if type(value) is str and _NOT_IN_XML.search(value):
        return _NOT_IN_XML.sub("\ufffd", value)
    return value

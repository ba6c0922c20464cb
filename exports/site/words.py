"""The words of the pages, in Chinese and English."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from exports import data_files

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGES: Final = ("zh", "en")
HTML_LANGUAGE: Final[Mapping[str, str]] = MappingProxyType({"zh": "zh-Hans", "en": "en"})
"""The language tag of a page (BCP 47)."""


@cache
def words(language: str) -> Mapping[str, str]:
    """Return the words of the pages by key; {n} and other names in braces stand for what a page puts there."""
    return MappingProxyType({row["key"]: row[language] for row in data_files.table("site/words.tsv")})

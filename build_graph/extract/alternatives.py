"""Long alternations of words, tried only where their first characters stand.

``re`` tries the words of an alternation one after the other at each character. A class of their first characters in
front of them tells at nearly all characters, in one step, that none of them stands there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """Return a regular expression that matches any of some words, the longest first.

    >>> any_of(["省", "省份", "县"])
    '(?:(?=[县省])(?:省份|县|省))'
    """
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    first = "".join(sorted({re.escape(word[0]) for word in longest_first}))
    return rf"(?:(?=[{first}])(?:{'|'.join(map(re.escape, longest_first))}))"

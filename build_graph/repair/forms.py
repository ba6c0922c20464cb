"""Forms of characters: line breaks, spaces, full-width letters and digits, invisible characters, emoji, radicals.

Tabs inside a line stay: they separate cells.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING
from unicodedata import normalize

from build_graph.repair.tracked import Edit
from build_graph.tables import table

if TYPE_CHECKING:
    from build_graph.repair.tracked import Tracked

LINE_BREAKS, INVISIBLE, EMOJI, WIDTHS = "line breaks", "invisible characters", "emoji", "full-width and space forms"
RADICALS = "radical forms"

# Each pattern begins with a set of characters, so that a text which holds none of them is passed over at once.
_LINE_BREAK = re.compile(r"[\r\v\f\x85\u2028\u2029](?:(?<=\r)\n)?")
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0e\ufeff]"
)
_PICTURES = (
    # Emoji_Presentation=Yes of Unicode's emoji-data.txt, and other characters where U+FE0F asks for the picture.
    r"\ufe0f\u20e3\U0001f000-\U0001faff"
    r"\u231a\u231b\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615\u2648-\u2653\u267f\u2693\u26a1\u26aa\u26ab"
    r"\u26bd\u26be\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd\u2705\u270a\u270b\u2728\u274c\u274e"
    r"\u2753-\u2755\u2757\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55"
)
_PICTURE = re.compile(f"[{_PICTURES}]")
_EMOJI = rf"(?:[^\w\s#*]\ufe0f|[{_PICTURES}])"
_EMOJIS = re.compile(rf"{_EMOJI}(?:{_EMOJI})*")
_KEYCAP = re.compile(r"(?<=\d)\ufe0f?\u20e3(?=[ \t]*[^\s\ufe0f])")
_BULLET = "●"
_INDENT = 8  # code points before an emoji among which its line begins, if it is a bullet or the number of the line
_HAN = re.compile("[一-鿿]")
_GAP = re.compile(r"[\t \u3000\u00a0][\t \u3000\u00a0]*")
_FULL_WIDTH_SYMBOLS = "％．－／＋＝＠＆＃＊＿｜＜＞"
"""Full-width forms that stand for the ASCII character; ，：；？！（） are proper Chinese punctuation."""
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_COMPATIBLE = dict(
    zip(map(ord, "﹐﹑﹒﹔﹕﹖﹗﹙﹚﹟﹠﹡﹢﹣﹤﹥﹦﹪｡｢｣､･"), "，、.；：？！（）#&*+-<>=%。「」、·", strict=True)
)
"""Small and half-width forms of the marks of Chinese."""
_ASCII = {
    **_COMPATIBLE,
    **{ord(form): chr(ord(form) - 0xFEE0) for form in _FULL_WIDTH_SYMBOLS},
    **{code: chr(code - 0xFEE0) for span in ("０９", "ＡＺ", "ａｚ") for code in range(ord(span[0]), ord(span[1]) + 1)},
    **dict.fromkeys(map(ord, _SPACES), " "),
}
_RADICAL = re.compile("[\u2e80-\u2fd5\uf900-\ufaff]")
"""Radicals, and the characters that other character sets have twice."""
_NOT_ASCII = re.compile("[{0}][{0}]*".format("".join(map(chr, _ASCII))))


def unify_line_breaks(text: Tracked) -> Tracked:
    """Make every line break a line feed, which stands for all characters of the break."""
    return _replace(text, _LINE_BREAK, "\n", LINE_BREAKS)


def unify_radicals(text: Tracked) -> Tracked:
    """Make radicals (⼯⻓, as PDF has them) and compatibility ideographs the characters that they look like."""
    if not _RADICAL.search(text.text):
        return text  # nearly all
    return text.with_characters(RADICALS, _RADICAL.sub(lambda found: _character(found[0]), text.text))


@cache
def _character(form: str) -> str:
    known = {row["radical"]: row["character"] for row in table(__package__, "radicals")}
    return known.get(form) or normalize("NFKC", form)


def drop_invisible(text: Tracked) -> Tracked:
    """Drop characters without width: zero-width spaces, direction marks, soft hyphens, controls, byte-order marks."""
    return _replace(text, _INVISIBLE, "", INVISIBLE)


def drop_emoji(text: Tracked) -> Tracked:
    """Drop emoji, of which some stand for marks.

    One between two characters parts words (甲市🌊乙市), those that begin several lines are bullets, and a keycap at the
    beginning of a line numbers it (1️⃣ 2️⃣); of any other keycap the digit stays.
    """
    written = text.text
    if not _PICTURE.search(written):
        return text
    return text.repair(EMOJI, (Edit(*found.span(), _stands_for(found)) for found in _EMOJIS.finditer(written)))


def _stands_for(emojis: re.Match[str]) -> str:
    """The mark in whose place emoji stand; most stand for none."""
    text, (start, end) = emojis.string, emojis.span()
    begins = text.rfind("\n", max(0, start - _INDENT), start) + 1 or max(0, start - _INDENT)
    is_line = begins == 0 or text[begins - 1] == "\n"
    before = text[begins:start].strip()
    if _KEYCAP.match(text, start, end + 2):
        return "." if is_line and before.isdigit() else ""
    if is_line and not before:
        return _BULLET if _begins_lines(text, begins, text[start]) else ""
    return " " if _HAN.match(text, start - 1) and _HAN.match(text, end) else ""


def _begins_lines(text: str, begins: int, emoji: str) -> bool:
    """Tell whether the line above or below one begins with the same picture."""
    above = text.rfind("\n", 0, max(0, begins - 1)) + 1
    below = text.find("\n", begins) + 1
    return (begins > 0 and text.startswith(emoji, above)) or (below > 0 and text.startswith(emoji, below))


def unify_widths(text: Tracked) -> Tracked:
    """Make full-width letters, digits and signs ASCII, and every kind of space a plain one."""
    written = text.text
    if "\t" in written:
        written = _GAP.sub(_without_tabs_at_edge, written)
    return text.with_characters(WIDTHS, ascii_forms(written))


def _without_tabs_at_edge(gap: re.Match[str]) -> str:
    """A gap at the beginning or end of a line is space; inside a line its tabs separate cells."""
    text, (start, end) = gap.string, gap.span()
    inside = text[start - 1 : start] not in ("", "\n") and text[end : end + 1] not in ("", "\n")
    return gap[0] if inside else " " * (end - start)


def ascii_forms(text: str) -> str:
    """Return ``text`` with full-width letters, digits and signs, and every kind of space, in ASCII, one for one."""
    return _NOT_ASCII.sub(lambda run: run[0].translate(_ASCII), text)


def _replace(text: Tracked, pattern: re.Pattern[str], by: str, kind: str) -> Tracked:
    return text.repair(kind, (Edit(*found.span(), by) for found in pattern.finditer(text.text)))

"""Remains of markup in a text: escaped or shown line breaks, tags, marks of notes, the marks and links of Markdown.

Texts have them that were taken out of pages or records carelessly, or written down by crawlers as Markdown.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_graph.repair.tracked import Edit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from build_graph.repair.tracked import Tracked

ESCAPES, TAGS, MARKDOWN, NOTES = "escaped line breaks", "stray tags", "Markdown marks", "marks of notes"

_ESCAPE = re.compile(r"(?<![A-Za-z:\\])(?>(?:\\{1,2}[rn])+)(?![A-Za-z])")
_SHOWN = re.compile(r"[↵⏎↲↓¶\\](?<![↵⏎↲↓¶\\].)[↵⏎↲↓¶\\]*+(?=[ \t]*$)", re.MULTILINE)
"""What editors show at the end of a line; Markdown breaks a line with a backslash."""
_FEWEST_BREAKS = 2
_FALLS = re.compile(r"(?<=[\d%％天分点个元倍])↓")
"""12天↓ at the end of a line: a figure that fell."""
_NOTE = re.compile(
    r"[\[［¹²³⁴-⁹⁰](?<=[一-鿿）”》%，。；].)(?<![附见如下][表图件].)(?<!公式.)"
    r"(?:(?<=[\[［])(?P<number>\d{1,3})(?:[-–—,，、]\d{1,3})*[\]］](?:[\[［]\d{1,3}[\]］])*(?!第?\d{0,5}号)"
    r"|(?<=[¹²³⁴-⁹⁰])(?<![米里尺].)[¹²³⁴-⁹⁰]*)"
)
"""What refers to a note: 试点[1], 试点[2-3], 试点¹; no unit (300米³), year of a document (甲发[98]12号) or table."""
_WORDS = re.compile("[一-鿿“《]")
_NAME = (
    r"(?:abbr|address|area|article|aside|audio|a|base|bdi|bdo|big|blockquote|body|br|button|b|canvas|caption|center|cite|code"
    r"|colgroup|col|data|datalist|dd|del|details|dfn|dialog|div|dl|dt|embed|em|fieldset|figcaption|figure|font|footer|form"
    r"|h[1-6]|header|head|hr|html|iframe|img|input|ins|i|kbd|label|legend|link|li|main|map|mark|menu|meta|meter|nav|nobr"
    r"|noscript|object|ol|optgroup|option|output|o:p|param|picture|pre|progress|p|q|rp|rt|ruby|samp|script|section|select"
    r"|slot|small|source|span|strike|strong|style|sub|summary|sup|svg|s|table|tbody|td|template|textarea|tfoot|thead|th"
    r"|time|title|track|tr|tt|ul|u|var|video|wbr)"
)
"""The elements of HTML: a name in angle brackets (<Nature>) is none."""
_ONE_TAG = rf"(?i:</?{_NAME})(?:[ \t][^<>=\n]{{1,40}}=[^<>\n]{{0,200}})?[ \t]*/?>"
_TAG = re.compile(rf"^[ \t]*(?:[•·][ \t]*|\d{{1,2}}\.[ \t]*)?(?:{_ONE_TAG}[ \t]*)+$|{_ONE_TAG}", re.MULTILINE)
"""Tags that stayed in a text; lines of nothing else lose their bullets too."""
_BREAKING = re.compile(r"</?(?:br|p|div|li|ul|ol|tr|table|h[1-6]|hr|dd|dt|section|article)\b", re.IGNORECASE)
_CELL = re.compile(r"</t[dh]\b", re.IGNORECASE)
_MARK = re.compile(r"[#>](?:(?<=^#)#{0,5}[ \t]+(?=\S)|(?<=^>)[ \t]+(?=[^\s\d]))", re.MULTILINE)
"""What marks headings and quotations."""
_BOLD = re.compile(r"(?<!\*)(?P<open>\*\*)(?=[^\s*、，；。])[^*\n]{1,80}(?<=\S)(?P<close>\*\*)(?!\*)")
"""Not the asterisks of what was masked: 138****1234, 张**、李**."""
_LINK = re.compile(
    r"(?P<picture>!\[[^\[\]\n]{0,200}\]\([^()\s]{0,500}\))"
    r"|(?P<open>\[)(?:[^\[\]\n]{1,200})(?P<close>\]\((?:https?://|[/#.])[^()\s]{0,500}(?:[ \t]\"[^\"\n]{0,200}\")?\))"
)


def restore_escaped_breaks(text: Tracked) -> Tracked:
    r"""Put a break in where a backslash and a letter stand for one (通知\n各省：\r\n); drop what shows one (↵)."""
    edits = [Edit(*found.span(), "\n") for found in _ESCAPE.finditer(text.text)] if "\\" in text.text else []
    edits += (Edit(*found.span()) for found in _SHOWN.finditer(text.text) if not _FALLS.match(text.text, found.start()))
    return text.repair(ESCAPES, sorted(edits)) if len(edits) >= _FEWEST_BREAKS else text


def drop_notes(text: Tracked) -> Tracked:
    """Drop the marks that refer to notes, as encyclopaedias and papers have them: the lowest number comes first."""
    found = list(_NOTE.finditer(text.text))
    numbers = [int(mark["number"]) for mark in found if mark["number"]]
    if numbers[:1] != sorted(numbers)[:1] or all(_may_number(text.text, mark) for mark in found):
        return text
    return text.repair(NOTES, (Edit(*mark.span()) for mark in found))


def _may_number(text: str, mark: re.Match[str]) -> bool:
    """Tell whether a mark may number the words behind it, as in 条件如下。[1]依法登记."""
    return text[mark.start() - 1] in "，。；" and _WORDS.match(text, mark.end()) is not None


def drop_tags(text: Tracked) -> Tracked:
    """Drop tags of markup that stayed in a text; those of blocks leave a line break, those of cells a border."""
    if "<" not in text.text:
        return text
    return text.repair(TAGS, (Edit(*found.span(), _left_of(found[0])) for found in _TAG.finditer(text.text)))


def _left_of(tag: str) -> str:
    """What a tag leaves: nothing, if it marks words inside of a line."""
    return "\n" if _BREAKING.search(tag) else "\t" if _CELL.search(tag) else ""


def drop_markdown(text: Tracked) -> Tracked:
    """Drop the marks of headings, quotations, bold words and links (``## ``, ``> ``, ``**``, ``[…](https://…)``)."""
    written = text.text
    edits = [Edit(*found.span()) for found in _MARK.finditer(written)]
    edits += _pairs(_BOLD, written) if "**" in written else ()
    edits += _pairs(_LINK, written) if "](" in written else ()
    return text.repair(MARKDOWN, _apart(sorted(edits)))


def _apart(edits: Iterable[Edit]) -> Iterator[Edit]:
    """Those of sorted edits that begin behind the end of the one before: a picture goes with the marks in it."""
    end = 0
    for edit in edits:
        if edit.start >= end:
            end = edit.end
            yield edit


def _pairs(pattern: re.Pattern[str], text: str) -> Iterator[Edit]:
    """What opens and what closes words that stay; a picture goes as a whole."""
    for found in pattern.finditer(text):
        if found.groupdict().get("picture"):
            yield Edit(*found.span())
        else:
            yield Edit(*found.span("open"))
            yield Edit(*found.span("close"))

"""Noise of numbers, spaces, punctuation and pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random
from unicodedata import normalize

from tests.robustness.noise.edits import Edit, lines_of

RADICALS = {normalize("NFKC", chr(code)): chr(code) for code in range(0x2F00, 0x2FD6)} | dict(
    zip("民长见贝车门页风飞马鱼鸟麦黄齐龙龟", "⺠⻓⻅⻉⻋⻔⻚⻛⻜⻢⻥⻦⻨⻩⻬⻰⻳", strict=True)
)
LONG_NUMBER = re.compile(r"\d{3,}")


def stripped_digits(text: str, _: Random) -> Iterator[Edit]:
    """Numbers of three and more digits are gone, also those of years: 到年底, 等个县."""
    return (Edit(*found.span(), "") for found in LONG_NUMBER.finditer(text))


def ideographic_spaces(text: str, random: Random) -> Iterator[Edit]:
    """Indents of two ideographic spaces, a no-break space around numbers, spread titles, blanks at the ends of lines."""
    for number, (start, end) in enumerate(lines_of(text)):
        if start == end or "|" in text[start:end] or "\t" in text[start:end]:
            continue
        yield Edit(
            start, start, random.choice(["\u3000\u3000", "\u3000\u3000", "\u00a0\u00a0\u00a0\u00a0", "  \u3000"])
        )
        for found in re.finditer(r"(?<=[\u4e00-\u9fff])\d+|(?<=，)(?=[\u4e00-\u9fff])", text[start:end]):
            if number and random.random() < 0.15:
                yield Edit(start + found.start(), start + found.start(), random.choice(["\u00a0", " ", "\u3000"]))
        if random.random() < 0.3:
            yield Edit(end, end, random.choice(["\u3000", " \u00a0", "\u2003"]))


def spaces_in_words(text: str, random: Random) -> Iterator[Edit]:
    """A space here and there between two characters of running text, one in about fifteen."""
    for start, end in lines_of(text):
        if "。" in text[start:end]:
            for found in re.finditer(r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])", text[start:end]):
                if random.random() < 1 / 15:
                    yield Edit(start + found.start(), start + found.start(), random.choice([" ", " ", "\u3000"]))


def question_marks(text: str, random: Random) -> Iterator[Edit]:
    """Runs of ``?`` where a decoder met no-break spaces: at the edges of cells and as indents."""
    for start, end in lines_of(text):
        line = text[start:end]
        if "|" in line or "\t" in line:
            for cell in re.finditer(r"[^|\t]*[\u4e00-\u9fff][^|\t]*", line):
                stripped = cell[0].strip()
                first = start + cell.start() + cell[0].index(stripped)
                if random.random() < 0.25:
                    yield Edit(first, first, "?" * random.randint(1, 6))
                if random.random() < 0.25:
                    yield Edit(first + len(stripped), first + len(stripped), random.choice(["?", "??", " ????????"]))
        elif line and random.random() < 0.6:
            yield Edit(start, start, random.choice(["????", "??", "?? ?? "]))


def doubled_commas(text: str, random: Random) -> Iterator[Edit]:
    """Half-width punctuation with stuttered commas and stops: 试点,,各地; 完成。。"""
    half = {"，": ",", "：": ":", "；": ";", "（": "(", "）": ")", "？": "?"}
    for at, mark in enumerate(text):
        if mark == "，":
            yield Edit(at, at + 1, random.choice([",", ",,", ",,", "，，"]))
        elif mark in half:
            yield Edit(at, at + 1, half[mark])
        elif mark in "。、" and random.random() < 0.15:
            yield Edit(at, at + 1, mark * 2)


def other_quotation_marks(text: str, random: Random) -> Iterator[Edit]:
    """Straight quotation marks, those of traditional texts, or each the wrong way round."""
    marks = random.choice(['""', "「」", "”“"])
    return (Edit(at, at + 1, marks["“”".index(mark)]) for at, mark in enumerate(text) if mark in "“”")


def points(text: str, _: Random) -> Iterator[Edit]:
    """Half-width punctuation throughout: a point ends a sentence."""
    half = dict(zip("，。：；（）", ",.:;()", strict=True))
    return (Edit(at, at + 1, half[mark]) for at, mark in enumerate(text) if mark in half)


def spread_characters(text: str, _: Random) -> Iterator[Edit]:
    """A space behind each Chinese character, as some readers of scans put it."""
    return (
        Edit(m.end(), m.end(), " ")
        for m in re.finditer(r"[\u4e00-\u9fff，。、：；](?=[\u4e00-\u9fff，。、：；])", text)
    )


def full_width(text: str, random: Random) -> Iterator[Edit]:
    """Full-width digits and percent signs, zero-width spaces and Windows line breaks."""
    for at, character in enumerate(text):
        if character.isascii() and (character.isdigit() or character == "%"):
            yield Edit(at, at + 1, chr(ord(character) + 0xFEE0))
        elif character == "\n":
            yield Edit(at, at + 1, "\r\n")
        elif random.random() < 0.01:
            yield Edit(at, at, random.choice(["\u200b", "\ufeff", "\u200d"]))


_EMOJI = ("📍", "✅", "👉", "🔹", "🎉", "📢", "⭐", "❗", "🌾", "🏥", "▶️", "☑️", "👇🏻")


def emoji(text: str, random: Random) -> Iterator[Edit]:
    """Emoji before lines, behind names of a list, and at the ends of sentences."""
    for start, end in lines_of(text):
        if start == end:
            continue
        if random.random() < 0.3:
            yield Edit(start, start, random.choice(_EMOJI))
        for mark in re.finditer(r"[、。！]", text[start:end]):
            if random.random() < 0.12:
                place = start + mark.start() + (mark[0] != "、")
                yield Edit(place, place, random.choice(_EMOJI))
        if random.random() < 0.2:
            yield Edit(end, end, random.choice(_EMOJI) * random.randint(1, 3))


def radicals(text: str, _: Random) -> Iterator[Edit]:
    """Radicals in the place of characters that look the same, as texts copied from PDF have them."""
    return (Edit(at, at + 1, RADICALS[c]) for at, c in enumerate(text) if c in RADICALS)


def letters_for_digits(text: str, _: Random) -> Iterator[Edit]:
    """An O for each 0 inside of a number, as readers of scans see it."""
    return (Edit(*found.span(), "O") for found in re.finditer(r"(?<=\d)0", text))


def doubled_characters(text: str, random: Random) -> Iterator[Edit]:
    """Lines that have each character twice, as bold ones of PDF do."""
    for start, end in lines_of(text):
        if random.random() < 0.5 and "|" not in text[start:end]:
            yield from (Edit(at, at, text[at]) for at in range(start, end) if not text[at].isspace())


def bullets(text: str, random: Random) -> Iterator[Edit]:
    """A bullet before each line."""
    mark = random.choice("·•●-")
    return (Edit(start, start, f"{mark} ") for start, end in lines_of(text) if start < end)


def slashes(text: str, random: Random) -> Iterator[Edit]:
    """A slash or a point for the marks of lists between names of places."""
    mark = random.choice([" / ", "/", "·"])
    return (Edit(*found.span(), mark) for found in re.finditer("(?<=[省市县区州旗])、", text))


def other_brackets(text: str, random: Random) -> Iterator[Edit]:
    """Tortoise-shell brackets for round ones, and angles for the marks of titles."""
    marks = dict(zip("（）《》", "〔〕" + random.choice(["<>", "＜＞", "〈〉"]), strict=True))
    return (Edit(at, at + 1, marks[mark]) for at, mark in enumerate(text) if mark in marks)

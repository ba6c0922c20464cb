"""Write the table of character pairs by which damaged text is repaired.

    python tools/make_language_table.py

Counts the characters and the pairs of neighbouring characters inside the words of jieba's dictionary (MIT; its
word frequencies come from news text) and of ``policy_words.tsv``, whose words count as frequent. A cell holds
characters that follow the row's character, grouped by the binary logarithm of how often they do.
jieba is needed at generation time only: ``pip install jieba==0.42.1``.
"""

from __future__ import annotations

import gzip
import math
import re
from collections import Counter, defaultdict
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

from build_graph.tables import table

TARGET = Path("build_graph/repair/tables/language.tsv.gz")
HEAD = (
    "# Character pairs: character, log2 of its count, characters that follow it, grouped by log2 of the pair's\n"
    "# count. From the words of jieba's dictionary (MIT licence) and policy_words.tsv.\n"
)
HAN = re.compile(r"[\u4e00-\u9fff]+")
RARE = 20
"""Pairs that are rarer than this are left out."""
POLICY_WORD_COUNT = 3000
"""How often a word of policy_words.tsv is taken to occur: like 支付 in jieba's news text."""


def words() -> Counter[str]:
    """Return the words and how often they occur."""
    counts: Counter[str] = Counter()
    for line in files("jieba").joinpath("dict.txt").read_text("utf-8").splitlines():
        word, count, *_ = line.split(" ")
        if HAN.fullmatch(word):
            counts[word] += int(count)
    for row in table("build_graph.repair", "policy_words"):
        counts[row["word"]] += POLICY_WORD_COUNT
    return counts


def main() -> None:
    """Write the table."""
    characters: Counter[str] = Counter()
    pairs: dict[str, Counter[str]] = defaultdict(Counter)
    for word, count in words().items():
        for character in word:
            characters[character] += count
        for left, right in pairwise(word):
            pairs[left][right] += count
    rows = "".join(f"{left}\t{level(characters[left])}\t{cell(pairs[left])}\n" for left in sorted(characters))
    TARGET.write_bytes(gzip.compress((HEAD + rows).encode(), 9, mtime=0))
    print(f"{TARGET}: {len(characters)} characters, {TARGET.stat().st_size} bytes")


def level(count: int) -> int:
    """Return the rounded binary logarithm of a count."""
    return round(math.log2(max(count, 1)))


def cell(followers: Counter[str]) -> str:
    """Return the followers of a character: ``12保疗 8院`` stands for 2^12 times 保 and 疗, 2^8 times 院."""
    groups: dict[int, list[str]] = defaultdict(list)
    for right, count in followers.items():
        if count >= RARE:
            groups[level(count)].append(right)
    return " ".join(f"{size}{''.join(sorted(groups[size]))}" for size in sorted(groups, reverse=True))


if __name__ == "__main__":
    main()

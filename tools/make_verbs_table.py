"""Write the table of verbs by which clauses that direct are known.

    python tools/make_verbs_table.py

Takes the verbs (tag v) and the nouns that are verbs too (tag vn) of two characters from jieba's dictionary (MIT); rare
words are left out. The reader passes over those that ``task_words.tsv`` calls no doing (``not_doing``: 成为, 认为).
jieba is needed at generation time only: ``pip install jieba==0.42.1``.
"""

from __future__ import annotations

import gzip
import re
from importlib.resources import files
from pathlib import Path

TARGET = Path("build_graph/extract/tasks/tables/verbs.tsv.gz")
HEAD = "# tag (v: verb, vn: verb and noun), verb. From jieba's dictionary (MIT licence).\n"
HAN = re.compile(r"[\u4e00-\u9fff]{2}")
RARE = 10
"""Words that the dictionary's news text has less often are left out."""


def main() -> None:
    """Write the table."""
    rows = set()
    for line in files("jieba").joinpath("dict.txt").read_text("utf-8").splitlines():
        word, count, tag = line.split(" ")
        if tag in {"v", "vn"} and HAN.fullmatch(word) and int(count) >= RARE:
            rows.add((tag, word))
    text = HEAD + "".join(f"{tag}\t{word}\n" for tag, word in sorted(rows))
    TARGET.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    print(f"{TARGET}: {len(rows)} verbs, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()

"""What people know better than the rules: files of corrections -> corrected facts, and the sheet to fill in.

A correction is keyed to a document and the words of a passage. It is applied to the facts of that one document,
and stays beside what it changed: who, why, and what the machine had read.
"""

from build_graph.correct.apply import correct
from build_graph.correct.book import Book
from build_graph.correct.doubts import Doubt, doubts
from build_graph.correct.entry import Entry, Quote
from build_graph.correct.errors import CorrectionError
from build_graph.correct.files import read_corrections
from build_graph.correct.outcome import Outcome
from build_graph.correct.sheet import sheet

__all__ = [
    "Book",
    "CorrectionError",
    "Doubt",
    "Entry",
    "Outcome",
    "Quote",
    "correct",
    "doubts",
    "read_corrections",
    "sheet",
]

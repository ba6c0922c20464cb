"""A corpus of made-up documents with known facts: any number, the same for the same seed.

``words``      the tables of words and sentences in ``data/``
``parts``      text with the facts that it states, put together without losing where they stand
``templates``  sentences with slots and marks
``atlas``      the real places that documents name
``scene``      what one document is about: its program, bodies, date, places
``units``, ``tasks``, ``lists``   the constructions that are more than a sentence
``registers``  documents of each kind, put together as ``data/registers.yml`` says
``noise``, ``reposts``   what scraping and reposting do to a page
``making``     one document from a seed and a number
``writing``    a corpus as text files, JSON Lines, WARC or Parquet, and its gold

Document ``i`` depends on the seed and ``i`` alone, so a larger corpus begins with the smaller ones.
"""

from benchmarks.corpus.making import Made, documents, make
from benchmarks.corpus.writing import FORMS, write

__all__ = ["FORMS", "Made", "documents", "make", "write"]

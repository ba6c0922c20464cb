"""Evaluation: facts against gold, which a person made. It measures and changes nothing.

    gold, facts -> distinct facts -> pairs that fit -> best assignment -> judgements -> scores -> table, figures

>>> from build_graph.evaluate import read_gold, read_lines, score
>>> scores = score(read_gold(Path("gold")), read_lines(Path("facts.jsonl")))  # doctest: +SKIP
>>> scores.kinds["goal"].f1, scores.micro.precision  # doctest: +SKIP

Facts are compared in their JSON form, so those of any program that writes the contract's form can be judged.
"""

from __future__ import annotations

from build_graph.evaluate.errors import GoldError
from build_graph.evaluate.gold import Gold, read_gold
from build_graph.evaluate.judging import Judgement
from build_graph.evaluate.prepared import json_facts, read_lines
from build_graph.evaluate.scores import Scores, Tally, score

__all__ = ["Gold", "GoldError", "Judgement", "Scores", "Tally", "json_facts", "read_gold", "read_lines", "score"]

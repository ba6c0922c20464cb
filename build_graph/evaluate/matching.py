"""The best one-to-one assignment of facts to facts of gold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import networkx as nx

if TYPE_CHECKING:
    from collections.abc import Mapping

Pair = tuple[int, int]
"""The numbers of a fact and of a fact of gold."""

_UNIT: Final = 10**9
"""Weights are compared as whole numbers of nine decimals: no sum depends on the order of its parts."""


def assignment(weights: Mapping[Pair, float]) -> dict[int, int]:
    """Return for each fact its fact of gold, so that the sum of the weights of the pairs is greatest.

    Several assignments can be best. Then the one with the most pairs is taken; then the one that gives the
    earlier facts what fits them best; then the one that takes the facts of gold in their order. Pairs without
    a positive weight are none.

    >>> assignment({(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.7})
    {0: 1, 1: 0}
    >>> assignment({(0, 0): 0.5, (1, 0): 0.5})
    {0: 0}
    """
    possible = {pair: round(weight * _UNIT) for pair, weight in sorted(weights.items()) if weight > 0}
    graph: nx.Graph[int] = nx.Graph()
    for (i, j), value in _valued(possible).items():
        graph.add_edge(i, -1 - j, weight=value)
    pairs: dict[int, int] = {}
    for component in nx.connected_components(graph):
        for one, other in nx.max_weight_matching(graph.subgraph(sorted(component))):
            pairs[max(one, other)] = -1 - min(one, other)
    return dict(sorted(pairs.items()))


def _valued(weights: Mapping[Pair, int]) -> dict[Pair, int]:
    """Put what decides first, second … into one number: no sum of the later parts outweighs an earlier one."""
    facts, gold = (1 + max((pair[side] for pair in weights), default=0) for side in (0, 1))
    most_pairs, heaviest = min(facts, gold), max(weights.values(), default=0)
    early = most_pairs * facts * gold + 1
    one_more = most_pairs * facts * heaviest * early + early
    whole = most_pairs * one_more + one_more
    return {
        (i, j): weight * whole + one_more + weight * (facts - i) * early + facts * gold - (facts - i) * j
        for (i, j), weight in weights.items()
    }

"""Conditions: what a unit must meet to take part, to be chosen or to be covered."""

from build_graph.extract.conditions.conditions import conditions

__all__ = ["conditions"]

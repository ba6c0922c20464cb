"""Goals: states or values to reach, with the date that governs them and the mark that they set."""

from build_graph.extract.goals.goals import BEGINS, goals

__all__ = ["BEGINS", "goals"]

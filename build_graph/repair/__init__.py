"""Repair of scraped text: ``repair`` undoes noise and keeps the way back to every raw character."""

from build_graph.repair.pipeline import repair

__all__ = ["repair"]

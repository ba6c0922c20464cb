"""Pilot units: one module for each layout in which documents name them, and what the layouts share."""

from build_graph.extract.units.designations import NOT_RESOLVED, Designated, designations

__all__ = ["NOT_RESOLVED", "Designated", "designations"]

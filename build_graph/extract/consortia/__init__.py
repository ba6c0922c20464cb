"""Consortia: alliances of institutions or places with a lead and members, or named by the area they serve."""

from build_graph.extract.consortia.consortia import consortia

__all__ = ["consortia"]

"""Builds the committed tables of ``build_graph/places/data`` from two published packages."""

"""Repaired text -> one shared reading: lines, tables, sections, sentences, dates, numbers.

No module in here knows any kind of fact; every module of :mod:`build_graph.extract` reads the same
:class:`~build_graph.parse.reading.Reading`.
"""

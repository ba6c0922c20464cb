"""A graph as RDF: every syntax, programs as trees, the statements that make one graph another.

``order``   the statements of a graph in the one order in which all files are written

and one module for each format, with a function ``write(graph, file)``. What stands here streams the file's own
statements: a store rewrites numbers.
"""

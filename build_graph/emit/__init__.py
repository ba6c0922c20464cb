"""Facts -> what leaves the program: RDF quads in a fixed order, and the JSON Lines of the facts.

This is the only step that knows RDF terms. Quads are written as N-Quads lines and streamed.
"""

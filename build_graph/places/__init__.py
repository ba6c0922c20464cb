"""The gazetteer of Chinese administrative divisions and the reading of place names.

>>> gazetteer = Gazetteer.shipped()
>>> gazetteer.full_name(resolve(gazetteer, "清苑县").place)
'河北省保定市清苑区'
"""

from build_graph.places.bodies import body, head_of, is_body, town
from build_graph.places.explain import explain
from build_graph.places.gazetteer import Gazetteer
from build_graph.places.place import FormerName, Place, PlaceError
from build_graph.places.publish import triples
from build_graph.places.resolve import Resolution, resolve
from build_graph.places.scan import Mention, scan

__all__ = [
    "FormerName",
    "Gazetteer",
    "Mention",
    "Place",
    "PlaceError",
    "Resolution",
    "body",
    "explain",
    "head_of",
    "is_body",
    "resolve",
    "scan",
    "town",
    "triples",
]

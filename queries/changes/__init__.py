"""What changed between two graphs: both are asked the same questions, and the answers are compared.

``kinds``     the kinds of facts that are compared, and how: one ``.rq`` file each
``facts``     the facts of a graph, attribute by attribute
``matching``  which fact of the one graph is which fact of the other
``likeness``  how near two texts are
``evidence``  which documents say more, less, or the same at other places
``compare``   all of it: two graphs -> ``Changes``
``change``    what is told: ``Changes``
``names``     what people call the things that facts point to
``telling``   the changes as text and JSON

Importing this package is cheap; the modules are imported by those who need them.
"""

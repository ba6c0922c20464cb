"""A graph as a network and on the map: nodes and edges for Gephi, Cytoscape and networkx; units as points.

``network``          the network, which ``graphml`` and ``gexf`` write
``points``           a point inside each division, which ``geojson`` and the network use
"""

"""Documents -> repaired text -> facts -> triples -> a validated graph.

    read -> repair -> parse -> extract -> reconcile -> emit -> validate

Each step is a package of its own; :mod:`build_graph.pipeline` runs them. Everything up to ``extract`` is a
pure function of one document.
"""

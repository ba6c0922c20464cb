"""A build on many machines: the steps of :mod:`build_graph.pipeline`, shard by shard, on a Dask cluster.

``addresses``  what lies at an address that fsspec knows, cut into shards
``shards``     what is written of a shard: its facts, then its quads and its texts
``tasks``      the three tasks of a shard: read it, add up what it mentions, write it
``run``        the tasks in their order on a cluster, and one folder of what they have written

The bytes of the graph are those of a build on one machine. A task can be run again at any time: a worker may be lost.
"""

"""Open the graph of a folder that has a store on disk, and ask one fact of it: FOLDER."""

import sys

from benchmarks.clock import seconds, tell
from benchmarks.jobs.questions import any_unit
from reformgraph import Graph

if __name__ == "__main__":
    tell(seconds=seconds(lambda: any_unit(Graph.open(sys.argv[1]))))

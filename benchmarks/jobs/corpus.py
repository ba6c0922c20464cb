"""Write a made-up corpus: FOLDER COUNT SEED."""

import sys
from pathlib import Path

from benchmarks.clock import seconds, tell
from benchmarks.corpus import write

if __name__ == "__main__":
    folder, count, seed = sys.argv[1:]
    tell(seconds=seconds(lambda: write(Path(folder), int(count), int(seed))))

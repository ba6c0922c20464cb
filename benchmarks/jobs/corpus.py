"""Write a made-up corpus: FOLDER COUNT SEED. A large one has no gold: nobody judges it."""

import sys
from pathlib import Path
from typing import Final

from benchmarks.clock import seconds, tell
from benchmarks.corpus import write

_JUDGED: Final = 1000
"""Documents up to which there is gold."""

if __name__ == "__main__":
    folder, count, seed = sys.argv[1:]
    tell(seconds=seconds(lambda: write(Path(folder), int(count), int(seed), gold=int(count) <= _JUDGED)))

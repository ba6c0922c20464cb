"""Find places by cpca, line by line: FOLDER."""

import sys
from pathlib import Path

import cpca

from benchmarks.clock import seconds, tell

if __name__ == "__main__":
    files = sorted(Path(sys.argv[1]).glob("*.txt"))
    texts = [file.read_text("utf-8").splitlines() for file in files]
    cpca.transform(texts[0])
    took = seconds(lambda: [cpca.transform(lines) for lines in texts if lines])
    tell(seconds=took, bytes=sum(file.stat().st_size for file in files))

"""Find places by jionlp: FOLDER."""

import contextlib
import os
import sys
from pathlib import Path

with contextlib.redirect_stdout(sys.stderr):
    import jionlp

from benchmarks.clock import seconds, tell

if __name__ == "__main__":
    files = sorted(Path(sys.argv[1]).glob("*.txt"))
    texts = [file.read_text("utf-8") for file in files]
    with contextlib.redirect_stdout(Path(os.devnull).open("w")):
        jionlp.recognize_location(texts[0])
        took = seconds(lambda: [jionlp.recognize_location(text) for text in texts])
    tell(seconds=took, bytes=sum(file.stat().st_size for file in files))

"""Finding the Chromium that the browser tests drive, and saying what is left out where there is none.

``python -m tests.browser.chromium`` prints a line if there is none; with ``--needed`` it fails.
"""

from __future__ import annotations

import os
import shutil
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
NEEDED = "REFORMGRAPH_NEEDS_CHROMIUM"
"""Set in the environment where a run without a browser is no run: the tests then fail instead of being skipped."""
ADVICE = "install it (Debian: apt-get install chromium fonts-noto-cjk), or let CHROMIUM name its executable"


def find_chromium() -> str | None:
    """Return the path of a Chromium, or None."""
    named = os.environ.get("CHROMIUM")
    return named or next((path for name in NAMES if (path := shutil.which(name))), None)


def main() -> int:
    """Tell whether the browser tests were left out."""
    if find_chromium():
        return 0
    sys.stderr.write(f"\nLEFT OUT: the tests in a browser (tests/browser), because no Chromium was found; {ADVICE}.\n")
    return 1 if "--needed" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())

"""Write docs/licences.md: the licence of each package that the lock files pin.

    python tools/make_licences.py

The licences are those that the installed packages state. What they state vaguely, or not on every machine, stands in
``tools/licences/stated.tsv``. Asks no network.
"""

from __future__ import annotations

import csv
import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from importlib.metadata import PackageMetadata

ROOT: Final = Path(__file__).resolve().parent.parent
TABLES: Final = ROOT / "tools" / "licences"
PAGE: Final = ROOT / "docs" / "licences.md"
LOCKS: Final = {"runtime": ROOT / "requirements" / "runtime.txt", "dev": ROOT / "requirements" / "dev.txt"}

_PIN: Final = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)==", re.MULTILINE)
_SPDX: Final = re.compile(r"[A-Za-z0-9.+-]+(?: (?:AND|OR) [A-Za-z0-9.+-]+)*")
_PREFIX: Final = "License :: OSI Approved :: "
_HEAD: Final = """\
# Licences of the packages that are installed with this one

Made by `python tools/make_licences.py`; `tools/licences/allowed.tsv` says which licences are allowed,
and why. What is *copied into* this project stands in [NOTICE](../NOTICE).
"""
_PARTS: Final = {
    "runtime": "What the program needs to run (`requirements/runtime.txt`)",
    "dev": "What only making and testing it needs (`requirements/dev.txt`)",
}


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), "utf-8", newline="\n")


def page() -> str:
    """Return the page: two tables, of runtime packages and of all others."""
    runtime = pinned("runtime")
    parts = {"runtime": runtime, "dev": pinned("dev") - runtime}
    return "\n".join([_HEAD, *(_table(_PARTS[name], packages) for name, packages in parts.items())])


def pinned(lock: str) -> set[str]:
    """Return the names of the packages in a lock file."""
    return set(_PIN.findall(LOCKS[lock].read_text("utf-8")))


def licence(package: str) -> str:
    """Return the licence of a package as an SPDX expression; raises LookupError if nobody says it clearly."""
    stated = table("stated", "package", "spdx")
    if package in stated:
        return stated[package]
    try:
        told = metadata(package)
    except PackageNotFoundError:
        raise LookupError(f"{package} is not installed here: say its licence in tools/licences/stated.tsv") from None
    terms = table("terms", "written", "spdx")
    single = told.get("License-Expression"), _first_words(told.get("License"))
    written = [*filter(None, single), *_classifiers(told)]
    allowed = table("allowed", "spdx", "use")
    for words in written:
        found = terms.get(words, words)
        if _SPDX.fullmatch(found) and set(parts(found)) <= set(allowed):
            return found
    raise LookupError(f"{package} states {written}: see tools/licences/")


def parts(expression: str) -> list[str]:
    """Return the licences that an SPDX expression names.

    >>> parts("MIT OR Apache-2.0")
    ['MIT', 'Apache-2.0']
    """
    return re.split(r" (?:AND|OR) ", expression)


def table(name: str, key: str, value: str) -> dict[str, str]:
    """Return two columns of a table beside this program."""
    _, *lines = (TABLES / f"{name}.tsv").read_text("utf-8").splitlines()
    return {row[key]: row[value] for row in csv.DictReader(lines, delimiter="\t")}


def _first_words(text: str | None) -> str | None:
    """Some packages put the whole licence where its name belongs: its title is the name."""
    return re.split(r"\n|  ", text.strip())[0] if text else None


def _classifiers(told: PackageMetadata) -> list[str]:
    return [line.removeprefix(_PREFIX) for line in told.get_all("Classifier", []) if line.startswith(_PREFIX)]


def _table(title: str, packages: set[str]) -> str:
    rows = [f"| {package} | {licence(package)} |" for package in sorted(packages)]
    return "\n".join([f"## {title}", "", "| package | licence |", "|---|---|", *rows, ""])


if __name__ == "__main__":
    main()

"""Fetch the libraries that the site ships from their npm packages, and record which bytes they are.

    python tools/vendor.py

``exports/static/vendor/vendored.tsv`` says which files of which packages. For another version, change it there and run
this; the files are written as the packages hold them, and their sha256 into the table. Needs npm.
"""

from __future__ import annotations

import csv
import hashlib
import subprocess
import tarfile
import tempfile
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "exports" / "static" / "vendor"
TABLE = FOLDER / "vendored.tsv"


def main() -> None:
    """Write the files and the table, print what each file is."""
    remark, *lines = TABLE.read_text("utf-8").splitlines()
    rows = list(csv.DictReader(lines, delimiter="\t"))
    with tempfile.TemporaryDirectory() as folder:
        for row in rows:
            content = read(archive(f"{row['package']}@{row['version']}", Path(folder)), row["source"])
            row["sha256"] = hashlib.sha256(content).hexdigest()
            (FOLDER / row["file"]).write_bytes(content)
            print(f"{row['file']}: {row['package']} {row['version']}, {len(content)} bytes, sha256 {row['sha256']}")
    written = ["\t".join(rows[0]), *("\t".join(row.values()) for row in rows)]
    TABLE.write_text("\n".join([remark, *written]) + "\n", "utf-8")


def archive(package: str, folder: Path) -> Path:
    """Return the archive of a package at a version, fetched once."""
    name, _, version = package.rpartition("@")
    file = folder / f"{name}-{version}.tgz"
    if not file.exists():
        subprocess.run(["npm", "pack", package, "--silent"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return file


def read(file: Path, name: str) -> bytes:
    """Return a file of a package; raises KeyError if the package has none of this name."""
    with tarfile.open(file) as package:
        found = package.extractfile(f"package/{name}")
        if found is None:
            raise KeyError(f"{name} is no file of {file.name}")
        return found.read()


if __name__ == "__main__":
    main()

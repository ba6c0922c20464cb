"""The tables as Parquet: the same rows as the CSV, typed."""

from __future__ import annotations

import sys
from decimal import Decimal
from pathlib import Path

import polars
import pytest
from csvw import TableGroup

from exports import ExportError
from exports.publish import export
from ontology import PREFIXES

GRAPH = Path(__file__).parent.parent / "queries" / "pilots.trig"
BASE = "https://w3id.org/reformgraph/"
OF_CSVW = {
    "string": polars.String(),
    "anyURI": polars.String(),
    "integer": polars.Int64(),
    "gYear": polars.Int64(),
    "decimal": polars.Decimal(38, 10),
    "boolean": polars.Boolean(),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("parquet") / "tables"
    export("parquet", GRAPH, target)
    return target


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> TableGroup:
    target = tmp_path_factory.mktemp("csv") / "tables"
    export("csv-tables", GRAPH, target)
    return TableGroup.from_file(target / "csv-metadata.json")


def test_there_is_a_file_for_each_table_of_the_csv(folder: Path, described: TableGroup) -> None:
    names = {table.local_name.removesuffix(".csv") for table in described.tables}
    assert {file.name for file in folder.iterdir()} == {f"{name}.parquet" for name in names}


def test_the_columns_have_the_types_that_the_description_of_the_csv_gives(folder: Path, described: TableGroup) -> None:
    for table in described.tables:
        columns = [column for column in table.tableSchema.columns if not column.virtual]
        wanted = {
            column.name: polars.List(OF_CSVW[column.datatype.base])
            if column.separator
            else OF_CSVW[column.datatype.base]
            for column in columns
        }
        assert polars.read_parquet_schema(folder / table.local_name.replace(".csv", ".parquet")) == wanted


def test_a_table_has_as_many_rows_as_its_csv(folder: Path, described: TableGroup) -> None:
    for table in described.tables:
        frame = polars.read_parquet(folder / table.local_name.replace(".csv", ".parquet"))
        assert len(frame) == len(list(table))


def test_values_can_be_counted_and_compared_without_being_read_again(folder: Path) -> None:
    goals = polars.read_parquet(folder / "goals.parquet")
    assert goals.filter(polars.col("value") >= 60)["indicator"].to_list() == ["日间照料站覆盖"]
    programs = polars.read_parquet(folder / "programs.parquet")
    assert programs.filter("is_pilot")["name"].sort().to_list() == ["社区养老服务试点", "绿色出行试点"]
    assert programs.filter(polars.col("batches").list.contains("第二批")).height == 1
    assert goals["value"].to_list().count(Decimal(60)) == 1
    counts = polars.read_parquet(folder / "declared_counts.parquet")
    assert counts["listed_count"].sum() == 12


def in_turtle(turtle: str, tmp_path: Path) -> Path:
    prefixes = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())
    (tmp_path / "in.ttl").write_text(f"@base <{BASE}> .\n{prefixes}{turtle}", "utf-8")
    return tmp_path / "in.ttl"


def test_years_are_numbers_and_a_cell_without_values_is_an_empty_list(tmp_path: Path) -> None:
    source = in_turtle('<place/a> a rg:County ; rg:validTo "1998"^^xsd:gYear .', tmp_path)
    export("parquet", source, tmp_path / "out")
    (place,) = polars.read_parquet(tmp_path / "out" / "places.parquet").to_dicts()
    assert (place["valid_to"], place["valid_from"], place["aliases"]) == (1998, None, [])


@pytest.mark.parametrize("number", ["0.12345678901", f"{10**29}", "-0.00000000001"])
def test_a_number_that_would_be_rounded_is_told(number: str, tmp_path: Path) -> None:
    source = in_turtle(f'<c> a rg:DeclaredCount ; schema:value "{number}"^^xsd:double .', tmp_path)
    with pytest.raises(
        ExportError, match=r"table declared_counts, column value: .* has more digits than .* csv-tables"
    ):
        export("parquet", source, tmp_path / "out")
    assert [file.name for file in tmp_path.iterdir()] == ["in.ttl"]


@pytest.mark.parametrize("number", ["0.1234567891", "9" * 18, "30.50", "-7"])
def test_any_other_number_comes_back(number: str, tmp_path: Path) -> None:
    source = in_turtle(f'<c> a rg:DeclaredCount ; schema:value "{number}"^^xsd:decimal .', tmp_path)
    export("parquet", source, tmp_path / "out")
    assert polars.read_parquet(tmp_path / "out" / "declared_counts.parquet")["value"].to_list() == [Decimal(number)]


def test_without_polars_the_command_that_installs_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(ExportError, match=r"parquet needs polars: pip install 'reformgraph\[frames\]'"):
        export("parquet", GRAPH, tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_the_same_graph_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    export("parquet", GRAPH, tmp_path / "again")
    for file in folder.iterdir():
        assert (tmp_path / "again" / file.name).read_bytes() == file.read_bytes()

"""The tables as CSV: what they hold, and that an independent reader of CSVW agrees with their description."""

from __future__ import annotations

import csv
import json
import re
from decimal import Decimal
from pathlib import Path
from urllib.parse import unquote

import pytest
from csvw import CSVW, TableGroup
from pyoxigraph import Literal, NamedNode, parse
from rdflib import RDFS, URIRef

from exports import ExportError
from exports.publish import export
from exports.tabular.table_files import TableFile, table_file, table_files
from ontology import PREFIXES, ontology_graph

GRAPH = Path(__file__).parent.parent / "queries" / "pilots.trig"
BASE = "https://w3id.org/reformgraph/"
PREFIX_LINES = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("csv") / "tables"
    export("csv-tables", GRAPH, target)
    return target


def tables_of(turtle: str, tmp_path: Path) -> Path:
    (tmp_path / "in.ttl").write_text(f"@base <{BASE}> .\n{PREFIX_LINES}{turtle}", "utf-8")
    export("csv-tables", tmp_path / "in.ttl", tmp_path / "tables")
    return tmp_path / "tables"


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def row(folder: Path, table: str, name: str) -> dict[str, str]:
    (found,) = [row for row in rows(folder, table) if next(iter(row.values())).removeprefix(BASE) == name]
    return {column: cell.removeprefix(BASE) for column, cell in found.items()}


def metadata(folder: Path) -> dict:
    return json.loads((folder / "csv-metadata.json").read_text("utf-8"))


# what the tables hold


def test_a_unit_stands_with_its_program_its_place_and_both_provinces(folder: Path) -> None:
    assert row(folder, "pilot_units", "program/绿色出行试点/unit/pilot-city/370200") == {
        "unit": "program/绿色出行试点/unit/pilot-city/370200",
        "program": "program/绿色出行试点",
        "program_name": "绿色出行试点",
        "place": "place/370200",
        "place_name": "山东省青岛市",
        "code": "370200",
        "level": "pilot-city",
        "designations": "试点城市",
        "as_written": "青岛市",
        "province": "place/370000",
        "province_name": "山东省",
        "stated_provinces": "江苏省",
        "documents": "news.txt",
    }


def test_what_two_documents_say_of_a_program_is_one_row(folder: Path) -> None:
    program = row(folder, "programs", "program/社区养老服务试点")
    assert program["batches"] == "第二批;首批"
    assert program["policy_areas"] == "elderly-and-child-care;social-governance"
    assert (program["started_in"], program["extended_in"]) == ("notice.txt", "news.txt")
    assert program["documents"] == "news.txt;notice.txt"
    assert program["tiers"] == "national"


def test_a_goal_stands_with_its_target_and_its_deadline_as_precise_as_stated(folder: Path) -> None:
    goal = row(folder, "goals", "program/社区养老服务试点/goal/日间照料")
    assert (goal["deadline"], goal["comparator"], goal["value"], goal["unit"]) == ("2024", "at-least", "60", "%")
    assert row(folder, "goals", "program/社区养老服务试点/goal/方案")["deadline"] == "2021-12"
    beds = row(folder, "goals", "document/notice/goal/床位")
    assert (beds["program"], beds["min_value"], beds["max_value"]) == ("", "30", "40")


def test_tasks_conditions_counts_and_consortia_stand_in_tables_of_their_own(folder: Path) -> None:
    assert row(folder, "tasks", "program/社区养老服务试点/task/食堂")["parent_text"] == "完善设施"
    assert {each["agency_name"] for each in rows(folder, "task_agencies")} == {"中华人民共和国民政部", "财政部"}
    assert [each["ordinal"] for each in rows(folder, "conditions")] == ["2", "1"]
    assert row(folder, "declared_counts", "program/绿色出行试点/count/站")["open_list"] == "true"
    leads = {each["institution_name"]: each["leads"] for each in rows(folder, "consortium_members")}
    assert leads == {"江宁福利院": "true", "东山护理站": "false"}


def test_every_passage_stands_with_its_characters_and_each_fact_with_its_passages(folder: Path) -> None:
    passage = row(folder, "passages", "document/notice#char=20,29")
    assert (passage["start"], passage["end"], passage["exact"]) == ("20", "29", "江宁、太仓、桐庐县")
    assert passage["repaired_by_guess"] == "true"
    found = [each["exact"] for each in rows(folder, "evidence") if each["fact"].endswith("/unit/pilot-county/320115")]
    assert sorted(found) == ["江宁、太仓、桐庐县", "江苏省：青岛市"]


def test_a_discrepancy_stands_with_both_sides_and_the_facts_it_concerns(folder: Path) -> None:
    found = row(folder, "discrepancies", "document/news/discrepancy/青岛市")
    assert (found["type"], found["stated"], found["expected"]) == ("wrong-province", "江苏省", "山东省")
    assert {each["kind"] for each in rows(folder, "discrepancy_facts")} == {"PilotUnit", "DeclaredCount"}


@pytest.mark.parametrize("table", [table for table in table_files() if table.of_class], ids=lambda table: table.name)
def test_every_thing_of_the_class_is_a_row(table: TableFile, folder: Path) -> None:
    rg_class = NamedNode(PREFIXES["rg"] + table.of_class.removeprefix("rg:"))
    things = {quad.subject.value for quad in parse(path=GRAPH) if quad.object == rg_class}
    assert things
    assert [each[table.key[0]] for each in rows(folder, table.name)] == sorted(things)


def test_former_divisions_lead_to_what_took_their_place(tmp_path: Path) -> None:
    found = tables_of(
        """<place/a> a rg:County ; rg:fullName "某县"@zh ; rg:validTo "1998"^^xsd:gYear ; rg:replacedBy <place/b> .
        <place/b> a rg:County ; rg:fullName "某市"@zh .""",
        tmp_path,
    )
    assert row(found, "places", "place/a")["valid_to"] == "1998"
    assert [each["replaced_by_name"] for each in rows(found, "place_successions")] == ["某市"]


# values are data


def test_a_value_is_written_as_it_is(tmp_path: Path) -> None:
    found = tables_of('<i> a rg:Institution ; skos:prefLabel "1+1=,\\"二\\"\\n院"@zh-hans .', tmp_path)
    assert row(found, "institutions", "i")["name"] == '1+1=,"二"\n院'


def test_a_text_that_a_spreadsheet_would_calculate_gets_an_apostrophe_and_makes_no_statement(tmp_path: Path) -> None:
    found = tables_of('<i> a rg:Institution ; skos:prefLabel "=1+1"@zh-hans .', tmp_path)
    assert row(found, "institutions", "i")["name"] == "'=1+1"
    (table,) = [each for each in metadata(found)["tables"] if each["url"] == "institutions.csv"]
    (name,) = [each for each in table["tableSchema"]["columns"] if each["name"] == "name"]
    assert name["suppressOutput"] is True
    assert "propertyUrl" not in name


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n"], ids=repr)
def test_a_line_end_in_a_value_ends_no_row(end: str, tmp_path: Path) -> None:
    written = end.replace("\r", "\\r").replace("\n", "\\n")
    found = tables_of(
        f'<i> a rg:Institution ; skos:prefLabel "一{written}二"@zh-hans . <j> a rg:Institution .', tmp_path
    )
    assert [each["name"] for each in rows(found, "institutions")] == [f"一{end}二", ""]


def test_the_separator_of_a_column_is_one_that_none_of_its_values_holds(tmp_path: Path) -> None:
    found = tables_of('<p> a rg:Program ; rg:batch "一;二"@zh-hans, "三"@zh-hans .', tmp_path)
    (table,) = [table for table in metadata(found)["tables"] if table["url"] == "programs.csv"]
    column = {column["name"]: column for column in table["tableSchema"]["columns"]}
    assert column["batches"]["separator"] == "|"
    assert column["aliases"]["separator"] == ";"
    assert row(found, "programs", "p")["batches"] == "一;二|三"


def test_values_that_hold_every_separator_are_told(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="table programs, column batches: its values hold every separator"):
        tables_of('<p> a rg:Program ; rg:batch "一;二|三\\t四"@zh-hans .', tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["in.ttl"]


@pytest.mark.parametrize(
    ("turtle", "complaint"),
    [
        (
            'rg:DeclaredCount ; rg:listedCount "many"',
            "table declared_counts, column listed_count: 'many' is no integer",
        ),
        ('rg:DeclaredCount ; schema:value "many"', "table declared_counts, column value: 'many' is no decimal"),
        ('rg:DeclaredCount ; schema:value "NaN"', "table declared_counts, column value: 'NaN' is no decimal"),
        ('rg:Program ; rg:isPilot "perhaps"', "table programs, column is_pilot: 'perhaps' is no boolean"),
        ('rg:County ; rg:validFrom "soon"', "table places, column valid_from: 'soon' is no year"),
        ('rg:Goal ; rg:deadline "soon"', "table goals, column deadline: 'soon' is no date"),
    ],
)
def test_a_value_that_does_not_fit_its_column_is_told(turtle: str, complaint: str, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=re.escape(complaint)):
        tables_of(f"<x> a {turtle} .", tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["in.ttl"]


def test_where_documents_disagree_about_one_value_the_first_stands(tmp_path: Path) -> None:
    found = tables_of("<p> a rg:Program ; rg:isPilot true, false .", tmp_path)
    assert row(found, "programs", "p")["is_pilot"] == "false"


def test_a_concept_of_another_list_keeps_its_iri_and_makes_no_wrong_statement(tmp_path: Path) -> None:
    found = tables_of("<g> a rg:Goal ; rg:goalKind <https://example.org/kind/a> .", tmp_path)
    assert row(found, "goals", "g")["kind"] == "https://example.org/kind/a"
    (table,) = [table for table in metadata(found)["tables"] if table["url"] == "goals.csv"]
    (kind,) = [column for column in table["tableSchema"]["columns"] if column["name"] == "kind"]
    assert "valueUrl" not in kind
    assert kind["suppressOutput"] is True


# the description


def test_an_independent_reader_finds_every_table_valid_and_every_reference_resolved(folder: Path) -> None:
    group = TableGroup.from_file(folder / "csv-metadata.json")
    assert {table.local_name for table in group.tables} == {file.name for file in folder.glob("*.csv")}
    empty = {table.local_name for table in group.tables if not list(table.iterdicts(strict=True))}
    assert empty == {"place_successions.csv"}
    assert group.check_referential_integrity()


def test_a_reference_to_something_that_is_not_there_would_be_found(folder: Path, tmp_path: Path) -> None:
    for file in folder.iterdir():
        text = file.read_text("utf-8")
        (tmp_path / file.name).write_text(text.replace("place/320115,", "place/1,") if "units" in file.name else text)
    with pytest.raises(ValueError, match="place/1"):
        TableGroup.from_file(tmp_path / "csv-metadata.json").check_referential_integrity()


@pytest.mark.filterwarnings("error")
def test_the_validator_of_the_standard_has_no_complaint(folder: Path, tmp_path: Path) -> None:
    """csvw's strict validation allows no empty cell in a column of references; those are checked above."""
    description = metadata(folder)
    for table in description["tables"]:
        table["tableSchema"].pop("foreignKeys", None)
        (tmp_path / table["url"]).write_bytes((folder / table["url"]).read_bytes())
    (tmp_path / "csv-metadata.json").write_text(json.dumps(description))
    read = CSVW(str(tmp_path / "csv-metadata.json"), validate=True)
    assert read.is_valid
    assert read.warnings == []


def test_the_cells_are_typed(folder: Path) -> None:
    group = TableGroup.from_file(folder / "csv-metadata.json").tabledict
    counts = {unquote(each["count"].unsplit()).removeprefix(BASE): each for each in group["declared_counts.csv"]}
    count = counts["program/社区养老服务试点/count/县"]
    assert count["value"] == Decimal(3)
    assert count["listed_count"] == 3
    assert count["open_list"] is None
    (program,) = [each for each in group["programs.csv"] if each["name"] == "社区养老服务试点"]
    assert program["is_pilot"] is True
    assert program["batches"] == ["第二批", "首批"]
    assert program["later_names"] == []


def test_every_column_has_a_title_in_both_languages_and_the_header_is_one_of_its_titles(folder: Path) -> None:
    for table in metadata(folder)["tables"]:
        header = (folder / table["url"]).read_text("utf-8").splitlines()[0].split(",")
        columns = [column for column in table["tableSchema"]["columns"] if not column.get("virtual")]
        assert header == [column["titles"]["und"] for column in columns]
        for column in columns:
            assert re.search(r"[\u4e00-\u9fff]|SHA", column["titles"]["zh-Hans"])
            assert column["titles"]["en"]


def test_the_statements_that_the_description_makes_are_those_of_the_graph(folder: Path) -> None:
    """What csv2rdf (W3C, minimal mode) would give: a subset of the graph, and of each property named all statements."""
    stated = {
        (quad.subject.value, quad.predicate.value, quad.object.value)
        for quad in parse(path=GRAPH)
        if isinstance(quad.object, Literal | NamedNode)
    }
    made: set[tuple[str, str, str]] = set()
    for table in metadata(folder)["tables"]:
        schema = table["tableSchema"]
        for cells in rows(folder, table["url"].removesuffix(".csv")):
            for column in schema["columns"]:
                about = column.get("aboutUrl", schema.get("aboutUrl"))
                if "propertyUrl" in column and (column.get("virtual") or cells[column["name"]]):
                    made |= {
                        (filled(about, cells), full(column["propertyUrl"]), value) for value in values(column, cells)
                    }
    assert made <= stated
    for table in table_files():
        named = [column.property for column in table.columns if column.property and not column.about]
        properties = {PREFIXES[name.partition(":")[0]] + name.partition(":")[2] for name in named}
        subjects = {each[table.about] for each in rows(folder, table.name)} if table.about else set()
        assert {triple for triple in stated if triple[0] in subjects and triple[1] in properties} <= made


def values(column: dict, cells: dict[str, str]) -> list[str]:
    if column.get("virtual"):
        return [full(column["valueUrl"])]
    cell = cells[column["name"]]
    found = cell.split(column["separator"]) if "separator" in column else [cell]
    return [filled(column["valueUrl"], {column["name"]: value}) if "valueUrl" in column else value for value in found]


def filled(template: str, cells: dict[str, str]) -> str:
    return re.sub(r"\{\+(\w+)\}", lambda name: cells[name[1]], template)


def full(name: str) -> str:
    return name.replace("rdf:", PREFIXES["rdf"])


def test_the_description_has_a_title_in_both_languages_and_says_whose_the_quoted_words_are(folder: Path) -> None:
    described = metadata(folder)
    assert {each["@language"] for each in described["dc:title"]} == {"zh-Hans", "en"}
    assert any("authors and publishers" in each["@value"] for each in described["dc:rights"])
    assert "dc:license" not in described


def test_the_licence_is_the_one_that_the_graph_states(tmp_path: Path) -> None:
    found = tables_of("<dataset> a schema:Dataset ; dcterms:license <https://example.org/licence> .", tmp_path)
    assert metadata(found)["dc:license"] == [{"@id": "https://example.org/licence"}]


# the files that declare the tables


@pytest.mark.parametrize("table", table_files(), ids=lambda table: table.name)
def test_a_table_declares_the_columns_that_its_query_selects(table: TableFile) -> None:
    selected = re.search(r"^SELECT ([?\w\s]+)\nWHERE", table.sparql, re.MULTILINE)[1].split()
    assert selected == [f"?{column.name}" for column in table.columns]
    assert set(table.key) <= {column.name for column in table.columns}
    assert set(table.title) == set(table.description) == {"zh", "en"}


@pytest.mark.parametrize("table", table_files(), ids=lambda table: table.name)
def test_what_a_table_refers_to_exists(table: TableFile) -> None:
    terms = {str(term) for term in ontology_graph().subjects()}
    named = [table.of_class, *(column.property for column in table.columns)]
    for name in filter(None, named):
        prefix, _, local = name.partition(":")
        assert prefix != "rg" or PREFIXES["rg"] + local in terms
    for column in table.columns:
        assert column.to is None or len(table_file(column.to).key) == 1
        assert column.about is None or column.about in {each.name for each in table.columns}
        assert column.list is None or column.list in PREFIXES


def test_every_class_of_fact_has_a_table() -> None:
    rg = PREFIXES["rg"]
    classes = {str(term) for term in ontology_graph().subjects(RDFS.subClassOf, URIRef(rg + "Fact"))}
    assert len(classes) == 9
    assert classes <= {rg + table.of_class.removeprefix("rg:") for table in table_files() if table.of_class}

"""A folder describes itself: what stands in dataset.ttl and dataset.jsonld is what lies there."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from rdflib import DCTERMS, FOAF, PROV, RDF, RDFS, SKOS, VOID, XSD, BNode, Graph, Literal, Namespace, URIRef

from exports import ExportError
from exports.data_files import table
from exports.dataset import DescriptionError
from exports.dataset.describe import describe
from exports.publish import export
from queries import QueryError
from tests.publishing.cutting import cut, laid

if TYPE_CHECKING:
    from exports.dataset.description import Description

ROOT = Path(__file__).parents[2]
GRAPH = ROOT / "tests" / "queries" / "pilots.trig"
EXAMPLE = ROOT / "docs" / "dataset.yml"
BASE = "https://w3id.org/reformgraph/"
DATASET = URIRef(BASE + "dataset")
EU = "http://publications.europa.eu/resource/authority/"
DCAT = Namespace("http://www.w3.org/ns/dcat#")
SPDX = Namespace("http://spdx.org/rdf/terms#")
DQV = Namespace("http://www.w3.org/ns/dqv#")
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
SCHEMA = Namespace("https://schema.org/")
RG = Namespace(BASE + "ontology#")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that is going to be published."""
    folder = tmp_path / "out"
    (folder / "maps").mkdir(parents=True)
    export("nquads", GRAPH, folder / "graph.nq")
    export("turtle", GRAPH, folder / "graph.ttl")
    (folder / "report.txt").write_text("0 violation\n")
    (folder / "maps" / "各省 1.svg").write_text("<svg/>")
    return folder


def described(folder: Path, about: Path | None = EXAMPLE) -> Graph:
    describe(folder, about)
    return Graph().parse(folder / "dataset.ttl")


def page(folder: Path, about: Path | None = EXAMPLE) -> dict[str, Any]:
    describe(folder, about)
    return json.loads((folder / "dataset.jsonld").read_text("utf-8"))


def file(path: str) -> URIRef:
    return URIRef(f"{DATASET}/file/{path}")


# the files


def test_every_file_is_a_distribution_with_its_size_and_checksum(folder: Path) -> None:
    graph = described(folder)
    assert {str(graph.value(each, DCTERMS.title)) for each in graph.objects(DATASET, DCAT.distribution)} == {
        "graph.nq", "graph.ttl", "maps/各省 1.svg", "report.txt",
    }  # fmt: skip
    content = (folder / "graph.nq").read_bytes()
    assert graph.value(file("graph.nq"), DCAT.byteSize) == Literal(len(content), datatype=XSD.nonNegativeInteger)
    checksum = graph.value(file("graph.nq"), SPDX.checksum)
    assert str(graph.value(checksum, SPDX.checksumValue)) == hashlib.sha256(content).hexdigest()
    assert graph.value(checksum, SPDX.checksumValue).datatype == XSD.hexBinary
    assert graph.value(checksum, SPDX.algorithm) == SPDX.checksumAlgorithm_sha256


def test_a_file_has_the_media_type_of_iana_and_the_format_of_the_eu_list(folder: Path) -> None:
    graph = described(folder)
    assert graph.value(file("graph.nq"), DCAT.mediaType) == URIRef(
        "http://www.iana.org/assignments/media-types/application/n-quads"
    )
    assert graph.value(file("graph.nq"), DCTERMS["format"]) == URIRef(EU + "file-type/RDF_N_QUADS")


def test_a_file_lies_below_the_address_of_the_folder_and_is_led_to_by_the_landing_page(folder: Path) -> None:
    graph = described(folder)
    picture = file("maps/%E5%90%84%E7%9C%81%201.svg")
    assert graph.value(picture, DCAT.downloadURL) == URIRef(
        "https://data.example.org/pilots/1.1.0/maps/%E5%90%84%E7%9C%81%201.svg"
    )
    assert graph.value(picture, DCAT.accessURL) == URIRef("https://data.example.org/pilots/")


def test_without_a_landing_page_the_file_itself_is_where_it_is_had(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "about.yml").write_text("download: https://example.org/d")
    graph = described(folder, tmp_path / "about.yml")
    address = URIRef("https://example.org/d/graph.nq")
    assert set(graph.objects(file("graph.nq"), DCAT.accessURL)) == {address}
    assert set(graph.objects(file("graph.nq"), DCAT.downloadURL)) == {address}
    assert address in set(graph.objects(DATASET, VOID.dataDump))


def test_hidden_and_unfinished_files_and_the_description_itself_are_left_out(folder: Path) -> None:
    before = page(folder)["distribution"]
    (folder / ".git").mkdir()
    for name in (".git/config", ".hidden", "graph.trig.part", ".dataset.ttl.1234.part"):
        (folder / name).write_text("x")
    os.mkfifo(folder / "pipe")
    assert page(folder)["distribution"] == before
    assert {"dataset.ttl", "dataset.jsonld"}.isdisjoint(each["name"] for each in before)


def test_a_file_of_unknown_kind_has_no_media_type_and_is_told(folder: Path) -> None:
    (folder / "notes.xyz").write_text("x")
    assert "media type of notes.xyz" in describe(folder, EXAMPLE).missing
    graph = Graph().parse(folder / "dataset.ttl")
    assert graph.value(file("notes.xyz"), DCAT.mediaType) is None
    assert graph.value(file("notes.xyz"), DCTERMS["format"]) is None


def test_only_the_graph_in_rdf_is_a_dump_and_conforms_to_the_vocabulary(folder: Path) -> None:
    (folder / "report.ttl").write_text("")
    graph = described(folder)
    version = URIRef(BASE + "ontology/0.1.0")
    assert {str(each) for each in graph.objects(DATASET, VOID.dataDump)} == {
        "https://data.example.org/pilots/1.1.0/graph.nq",
        "https://data.example.org/pilots/1.1.0/graph.ttl",
    }
    assert graph.value(file("graph.ttl"), DCTERMS.conformsTo) == version
    assert graph.value(file("report.ttl"), DCTERMS.conformsTo) is None
    assert graph.value(DATASET, DCTERMS.conformsTo) == version


def test_the_kinds_of_files_are_sorted_and_no_media_type_is_made_up() -> None:
    rows = table("dataset_file_types.tsv")
    assert [row["suffix"] for row in rows] == sorted({row["suffix"] for row in rows})
    assert all(re.fullmatch(r"[a-z]+/[a-z0-9.+-]+|", row["media_type"]) for row in rows)
    assert not any("/x-" in row["media_type"] for row in rows)
    assert all(row["zh"] and row["en"] for row in rows)


# what its publisher says


def test_what_the_publisher_says_stands_in_dcat(folder: Path) -> None:
    graph = described(folder)
    assert {text.language for text in graph.objects(DATASET, DCTERMS.title)} == {"zh", "en"}
    assert graph.value(DATASET, DCTERMS.license) == URIRef("https://creativecommons.org/licenses/by/4.0/")
    assert graph.value(file("graph.nq"), DCTERMS.license) == graph.value(DATASET, DCTERMS.license)
    assert graph.value(DATASET, DCAT.version) == Literal("1.1.0")
    assert graph.value(DATASET, DCAT.previousVersion) == URIRef("https://data.example.org/pilots/1.0.0/")
    assert graph.value(DATASET, DCTERMS.issued) == Literal("2026-11-22", datatype=XSD.date)
    assert graph.value(DATASET, DCAT.landingPage) == URIRef("https://data.example.org/pilots/")
    assert graph.value(DATASET, DCTERMS.identifier) == Literal(str(DATASET))
    assert Literal("试点", lang="zh") not in set(graph.objects(DATASET, DCAT.keyword))
    assert Literal("县域医共体", lang="zh") in set(graph.objects(DATASET, DCAT.keyword))
    themes = {EU + "data-theme/" + code for code in ("GOVE", "REGI", "HEAL")}
    assert {str(each) for each in graph.objects(DATASET, DCAT.theme)} == themes


def test_who_answers_for_it_is_an_agent_with_a_name(folder: Path) -> None:
    graph = described(folder)
    publisher, creator = graph.value(DATASET, DCTERMS.publisher), graph.value(DATASET, DCTERMS.creator)
    assert set(graph.objects(publisher, RDF.type)) == {FOAF.Agent, FOAF.Organization}
    assert graph.value(publisher, FOAF.homepage) == URIRef("https://lab.example.org/")
    assert set(graph.objects(creator, RDF.type)) == {FOAF.Agent, FOAF.Person}
    assert set(graph.objects(creator, FOAF.name)) == {Literal("A. Researcher", lang="en")}
    contact = graph.value(DATASET, DCAT.contactPoint)
    assert graph.value(contact, VCARD.hasURL) == URIRef("https://lab.example.org/contact")


def test_a_contact_by_mail_is_one(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "about.yml").write_text("contact: mailto:a@example.org\npublisher: {name: {en: x}}\n")
    graph = described(folder, tmp_path / "about.yml")
    mail = URIRef("mailto:a@example.org")
    assert graph.value(graph.value(DATASET, DCAT.contactPoint), VCARD.hasEmail) == mail
    told = page(folder, tmp_path / "about.yml")["publisher"]["contactPoint"]
    assert told == {"@type": "ContactPoint", "email": "a@example.org"}


def test_nothing_is_invented_and_what_a_portal_would_miss_is_told(folder: Path) -> None:
    missing = describe(folder).missing
    assert missing == ("licence", "publisher", "contact", "version", "issued", "download")
    graph = Graph().parse(folder / "dataset.ttl")
    unknown = {
        DCTERMS.license, DCTERMS.publisher, DCTERMS.creator, DCTERMS.issued, DCTERMS.modified, DCAT.contactPoint, DCAT.version,
        DCAT.previousVersion, DCAT.landingPage, DCAT.accessURL, DCAT.downloadURL, VOID.dataDump,
    }  # fmt: skip
    assert unknown.isdisjoint(graph.predicates())
    assert {"license", "publisher", "creator", "version", "url", "datePublished"}.isdisjoint(page(folder, None))
    assert describe(folder, EXAMPLE).missing == ()


def test_without_a_word_of_the_publisher_the_title_and_the_numbers_are_written(folder: Path) -> None:
    told = page(folder, None)
    assert told["name"] == "Knowledge graph of reform pilots in China"
    assert "Programs: 3. Pilot units: 8. Provinces: 5. Source documents: 2." in told["description"]
    assert "试点项目 3 个，试点单位 8 个，涉及省份 5 个，来源文档 2 份。" in told["description"]


def test_that_a_licence_does_not_cover_quoted_words_is_always_said(folder: Path) -> None:
    for about in (None, EXAMPLE):
        graph = described(folder, about)
        for each in (DATASET, file("graph.nq")):
            labels = graph.objects(graph.value(each, DCTERMS.rights), RDFS.label)
            assert {text.language for text in labels} == {"zh", "en"}


# what is counted


def test_coverage_is_counted_in_the_graph(folder: Path) -> None:
    graph = described(folder)
    places = {str(each) for each in graph.objects(DATASET, DCTERMS.spatial)}
    codes = ("310000", "320000", "330000", "370000", "460000")
    assert {f"{BASE}place/{code}" for code in codes} | {EU + "country/CHN"} <= places
    assert graph.value(URIRef(BASE + "place/320000"), SKOS.prefLabel) is not None
    languages = {EU + "language/ZHO", EU + "language/ENG"}
    assert {str(each) for each in graph.objects(DATASET, DCTERMS.language)} == languages


@pytest.mark.parametrize(
    ("dates", "period"),
    [
        (["2021", "2021-03-02", "2020-12"], ("2020-12", "2021")),
        (["2021-03", "2021-03-31"], ("2021-03", "2021-03")),
        (["2019-05-01"], ("2019-05-01", "2019-05-01")),
    ],
)
def test_the_period_goes_from_the_first_to_the_last_date_as_precise_as_they_are(
    dates: list[str], period: tuple[str, str], folder: Path
) -> None:
    kinds = {4: "gYear", 7: "gYearMonth", 10: "date"}
    lines = [line for line in (folder / "graph.nq").read_text("utf-8").splitlines() if "terms/date>" not in line]
    for number, date in enumerate(dates):
        document = f"<{BASE}document/d{number}>"
        graph = f"<{BASE}graph/document/d{number}>"
        lines += [
            f"{document} <{RDF.type}> <{RG.SourceDocument}> {graph} .",
            f'{document} <{DCTERMS.identifier}> "d{number}.txt" {graph} .',
            f'{document} <{DCTERMS.date}> "{date}"^^<{XSD[kinds[len(date)]]}> {graph} .',
        ]
    (folder / "graph.nq").write_text("\n".join([*lines, ""]), "utf-8")
    graph = described(folder)
    node = graph.value(DATASET, DCTERMS.temporal)
    found = graph.value(node, DCAT.startDate), graph.value(node, DCAT.endDate)
    assert tuple(map(str, found)) == period
    assert found[0].datatype == XSD[kinds[len(period[0])]]
    assert page(folder)["temporalCoverage"] == "/".join(dict.fromkeys(period))


def test_without_dates_there_is_no_period(folder: Path) -> None:
    lines = (folder / "graph.nq").read_text("utf-8").splitlines(keepends=True)
    (folder / "graph.nq").write_text("".join(line for line in lines if "terms/date>" not in line), "utf-8")
    assert described(folder).value(DATASET, DCTERMS.temporal) is None
    assert "temporalCoverage" not in page(folder)


def test_its_origin_is_the_run_and_the_documents(folder: Path) -> None:
    graph = described(folder)
    assert graph.value(DATASET, PROV.wasGeneratedBy) == URIRef(BASE + "run/build")
    sources = {URIRef(BASE + "document/notice"), URIRef(BASE + "document/news")}
    assert set(graph.objects(DATASET, PROV.wasDerivedFrom)) == sources
    assert Literal("关于社区养老的通知", lang="zh") in set(
        graph.objects(URIRef(BASE + "document/notice"), DCTERMS.title)
    )
    statement = graph.value(DATASET, DCTERMS.provenance)
    assert (statement, RDF.type, DCTERMS.ProvenanceStatement) in graph


def test_measurements_of_the_whole_graph_are_its_accuracy_and_those_of_rules_are_not(folder: Path) -> None:
    graph = described(folder)
    found = set(graph.objects(DATASET, DQV.hasQualityMeasurement))
    f1 = URIRef(BASE + "quality/all/f1")
    assert f1 in found
    assert graph.value(f1, DQV.isMeasurementOf) == URIRef(BASE + "list/quality-metric/f1")
    assert float(graph.value(f1, DQV.value)) == 0.7273
    assert not any("/rule/" in each for each in found)
    assert len(found) == 11


def test_a_graph_that_was_not_measured_has_no_accuracy(folder: Path) -> None:
    lines = (folder / "graph.nq").read_text("utf-8").splitlines(keepends=True)
    (folder / "graph.nq").write_text("".join(line for line in lines if "graph/quality>" not in line), "utf-8")
    assert DQV.hasQualityMeasurement not in set(described(folder).predicates())


def test_the_statistics_of_void_are_those_of_the_union(folder: Path) -> None:
    graph, union = described(folder), Graph().parse(folder / "graph.ttl")
    numbers = {
        VOID.triples: len(union),
        VOID.distinctSubjects: len(set(union.subjects())),
        VOID.properties: len(set(union.predicates())),
        VOID.classes: len(set(union.objects(None, RDF.type))),
        VOID.entities: sum(str(each).startswith(BASE) for each in set(union.subjects())),
    }
    for name, number in numbers.items():
        assert graph.value(DATASET, name) == Literal(number), name
    assert graph.value(DATASET, VOID.uriSpace) == Literal(BASE)
    assert {RG, str(DCTERMS), str(RDF)} <= {str(each) for each in graph.objects(DATASET, VOID.vocabulary)}


def test_there_is_a_partition_for_each_class_and_each_property_and_a_subset_for_each_graph(folder: Path) -> None:
    graph, union = described(folder), Graph().parse(folder / "graph.ttl")
    classes = {graph.value(part, VOID["class"]): part for part in graph.objects(DATASET, VOID.classPartition)}
    assert set(classes) == set(union.objects(None, RDF.type))
    assert graph.value(classes[RG.PilotUnit], VOID.entities) == Literal(8)
    properties = {graph.value(part, VOID.property): part for part in graph.objects(DATASET, VOID.propertyPartition)}
    assert set(properties) == set(union.predicates())
    uses = len(list(union.subject_objects(RG.passage)))
    assert graph.value(properties[RG.passage], VOID.triples) == Literal(uses)
    assert graph.value(URIRef(BASE + "graph/run"), VOID.triples) == Literal(3)
    assert URIRef(BASE + "graph/document/notice") in set(graph.objects(DATASET, VOID.subset))


def test_a_term_of_a_vocabulary_that_is_not_known_has_a_partition_too(folder: Path) -> None:
    with (folder / "graph.nq").open("a") as graph:
        graph.write(f"<{BASE}x> <urn:x-mine:round> <urn:x-mine:b> <{BASE}graph/places> .\n")
    described_graph = described(folder)
    part = URIRef(f"{DATASET}/property/urn%3Ax-mine%3Around")
    assert described_graph.value(part, VOID.property) == URIRef("urn:x-mine:round")
    assert URIRef("urn:x-mine:") in set(described_graph.objects(DATASET, VOID.vocabulary))


def test_there_are_no_blank_nodes_and_names_live_below_the_dataset(folder: Path) -> None:
    graph = described(folder)
    assert not any(isinstance(term, BNode) for triple in graph for term in triple)
    assert (folder / "dataset.ttl").read_text("utf-8").count("\n<") > 50
    assert re.search(r"^<(\S+)> a", (folder / "dataset.ttl").read_text("utf-8"), re.MULTILINE)[1] == str(DATASET)


# schema.org


def test_the_page_says_what_dataset_search_engines_ask_for(folder: Path) -> None:
    told = page(folder)
    assert told["@context"] == "https://schema.org/"
    assert told["@type"] == "Dataset"
    assert told["name"].startswith("Knowledge graph of pilots")
    assert told["alternateName"] == "县域医共体与城市医疗集团试点知识图谱"
    assert 50 <= len(told["description"]) <= 5000
    assert told["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert told["creator"] == {"@type": "Person", "name": "A. Researcher"}
    assert told["publisher"]["@type"] == "Organization"
    assert told["version"] == "1.1.0"
    assert told["url"] == "https://data.example.org/pilots/"
    assert told["inLanguage"] == ["en", "zh"]


def test_a_download_has_an_address_a_type_a_size_and_a_checksum(folder: Path) -> None:
    graph = next(each for each in page(folder)["distribution"] if each["name"] == "graph.nq")
    content = (folder / "graph.nq").read_bytes()
    assert graph == {
        "@type": "DataDownload",
        "@id": f"{DATASET}/file/graph.nq",
        "name": "graph.nq",
        "contentUrl": "https://data.example.org/pilots/1.1.0/graph.nq",
        "encodingFormat": "application/n-quads",
        "contentSize": f"{len(content)} B",
        "sha256": hashlib.sha256(content).hexdigest(),
    }


# a graph in parts


@pytest.fixture
def parted(folder: Path) -> Path:
    """The same folder with the N-Quads in parts, and a text beside them."""
    (cut(folder / "graph.nq", 400) / "README.txt").write_text("x")
    return folder


PIECES = [f"https://data.example.org/pilots/1.1.0/graph.nq/part-0000{number}.nq" for number in range(2)]


def test_a_file_in_parts_is_one_distribution_that_is_downloaded_part_by_part(parted: Path) -> None:
    graph = described(parted)
    titles = {str(graph.value(each, DCTERMS.title)) for each in graph.objects(DATASET, DCAT.distribution)}
    assert titles == {"graph.nq", "graph.nq/README.txt", "graph.ttl", "maps/各省 1.svg", "report.txt"}
    assert sorted(map(str, graph.objects(file("graph.nq"), DCAT.downloadURL))) == PIECES
    assert graph.value(file("graph.nq"), DCAT.accessURL) == URIRef("https://data.example.org/pilots/")


def test_its_size_and_checksum_are_those_of_the_parts_one_after_the_other(parted: Path) -> None:
    graph = described(parted)
    content = b"".join(part.read_bytes() for part in sorted((parted / "graph.nq").glob("*.nq")))
    digest = graph.value(graph.value(file("graph.nq"), SPDX.checksum), SPDX.checksumValue)
    assert int(graph.value(file("graph.nq"), DCAT.byteSize)) == len(content)
    assert str(digest) == hashlib.sha256(content).hexdigest()
    told = {text.language: str(text) for text in graph.objects(file("graph.nq"), DCTERMS.description)}
    assert told["en"].startswith("RDF, as N-Quads, in 2 parts; ")
    assert told["zh"].startswith("RDF，N-Quads，分为 2 个文件；")


def test_without_a_page_each_part_is_where_the_file_is_found(parted: Path, tmp_path: Path) -> None:
    (tmp_path / "about.yml").write_text("download: https://data.example.org/pilots/1.1.0/")
    graph = described(parted, tmp_path / "about.yml")
    assert sorted(map(str, graph.objects(file("graph.nq"), DCAT.accessURL))) == PIECES


def test_every_part_is_a_dump(parted: Path) -> None:
    dumps = set(map(str, described(parted).objects(DATASET, VOID.dataDump)))
    assert dumps == {*PIECES, "https://data.example.org/pilots/1.1.0/graph.ttl"}


def test_a_search_engine_is_told_all_addresses_of_a_file_in_parts(parted: Path) -> None:
    graph = next(each for each in page(parted)["distribution"] if each["name"] == "graph.nq")
    assert graph["contentUrl"] == PIECES
    assert graph["description"].startswith("RDF, as N-Quads, in 2 parts; ")


def test_a_file_that_lacks_a_part_is_not_described(parted: Path) -> None:
    laid(parted / "graph.ttl", b"", b"")
    (parted / "graph.ttl" / "part-00000.ttl").unlink()
    with pytest.raises(DescriptionError, match=r"graph\.ttl cannot be read: it has no part-00000\.ttl"):
        describe(parted)


def test_the_parts_are_no_folder_to_publish(parted: Path) -> None:
    with pytest.raises(DescriptionError, match="name the folder that is published"):
        describe(parted / "graph.nq")


def test_the_variables_are_the_kinds_of_facts_with_how_many(folder: Path) -> None:
    variables = {each["name"]: each for each in page(folder)["variableMeasured"]}
    assert variables["pilot unit"]["alternateName"] == "试点单位"
    assert variables["pilot unit"]["value"] == 8
    assert "source document" not in variables


def test_places_and_sources_are_named(folder: Path) -> None:
    told = page(folder)
    jiangsu = next(each for each in told["spatialCoverage"] if each["identifier"] == "320000")
    assert (jiangsu["name"], jiangsu["alternateName"]) == ("Jiangsu", "江苏省")
    assert {each["name"] for each in told["isBasedOn"]} == {"关于社区养老的通知", "news.txt"} or len(
        told["isBasedOn"]
    ) == 2


def test_no_text_can_end_the_script_element_of_a_page(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "about.yml").write_text("title: {en: </script><script>alert(1)}\n")
    told = page(folder, tmp_path / "about.yml")
    assert told["name"] == "</script><script>alert(1)"
    assert "<" not in (folder / "dataset.jsonld").read_text("utf-8")


def test_a_title_in_one_language_is_enough(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "about.yml").write_text("title: {zh: 试点}\n", "utf-8")
    told = page(folder, tmp_path / "about.yml")
    assert (told["name"], "alternateName" in told) == ("试点", False)


# whole, the same, or one line


def test_the_bytes_are_the_same_in_every_run(folder: Path) -> None:
    code = "import sys; from pathlib import Path; from exports.dataset.describe import describe\n\
describe(Path(sys.argv[1]), Path(sys.argv[2]))"
    results = []
    for seed, locale in (("1", "C"), ("77", "en_US.UTF-8")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale, "PYTHONPATH": str(ROOT)}
        subprocess.run([sys.executable, "-c", code, folder, EXAMPLE], check=True, env=environment)
        results.append([(folder / name).read_bytes() for name in ("dataset.ttl", "dataset.jsonld")])
    assert results[0] == results[1]


def test_a_described_folder_described_again_gives_the_same(folder: Path) -> None:
    first: Description = describe(folder, EXAMPLE)
    assert describe(folder, EXAMPLE).files == first.files


@pytest.mark.parametrize("target", ["dataset.ttl", "dataset.jsonld"])
def test_what_cannot_be_written_is_told_and_nothing_is_half_written(target: str, folder: Path) -> None:
    (folder / target).mkdir()
    other = {"dataset.ttl": "dataset.jsonld", "dataset.jsonld": "dataset.ttl"}[target]
    with pytest.raises(ExportError, match="cannot write"):
        describe(folder)
    assert not (folder / other).exists()


def test_a_link_to_nothing_is_told_and_the_earlier_description_stays(folder: Path) -> None:
    describe(folder)
    before = (folder / "dataset.ttl").read_bytes()
    (folder / "lost.csv").symlink_to(folder / "nowhere")
    with pytest.raises(DescriptionError, match=r"lost\.csv cannot be read: No such file or directory"):
        describe(folder, EXAMPLE)
    assert (folder / "dataset.ttl").read_bytes() == before


def test_a_name_that_is_no_text_is_told(folder: Path) -> None:
    Path(os.fsdecode(os.fsencode(folder) + b"/\xff.txt")).write_text("x")
    with pytest.raises(DescriptionError, match="not in UTF-8 and has no address; rename the file"):
        describe(folder)


def test_a_folder_without_a_graph_is_told(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match=r"it has no graph\.nq"):
        describe(tmp_path)
    with pytest.raises(QueryError, match="there is no"):
        describe(tmp_path / "nowhere")
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_no_folder(folder: Path) -> None:
    with pytest.raises(DescriptionError, match=r"graph\.nq is no folder"):
        describe(folder / "graph.nq")


def test_a_graph_that_no_run_made_is_told(folder: Path) -> None:
    (folder / "graph.nq").write_text("<urn:a> <urn:b> <urn:c> .\n")
    with pytest.raises(DescriptionError, match=r"graph\.nq tells of 0 runs, not of one"):
        describe(folder)
    assert not (folder / "dataset.ttl").exists()

"""What changed between two graphs, told of small changes to pilots.trig."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Literal, NamedNode

from ontology import RG, ontology_graph
from queries import QueryError
from queries.catalogue import catalogue
from queries.changes.compare import compare
from queries.changes.facts import facts_of
from queries.changes.kinds import kinds, parse
from queries.changes.likeness import Texts
from queries.changes.names import Names
from queries.header import header
from queries.store import GraphFile
from queries.terms import lexical
from tests.notebooks import pages

if TYPE_CHECKING:
    from collections.abc import Callable

    from queries.changes.changes import Changes

GRAPH = Path(__file__).parent / "pilots.trig"
TEXT = GRAPH.read_text("utf-8")
COMMUNITY = "社区养老服务试点"

each_kind = pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.key)


@pytest.fixture
def changed(tmp_path: Path) -> Callable[..., Changes]:
    """Return a function that compares pilots.trig with a copy in which words were replaced."""

    def call(*replacements: tuple[str, str], back: bool = False, extra: str = "") -> Changes:
        text = TEXT
        for before, after in replacements:
            assert before in text
            text = text.replace(before, after)
        (tmp_path / "changed.trig").write_text(text + extra, "utf-8")
        graphs = [GraphFile.at(GRAPH), GraphFile.at(tmp_path / "changed.trig")]
        return compare(*(reversed(graphs) if back else graphs))

    return call


def block(start: str) -> str:
    """Return the statements about one subject."""
    return re.search(rf"    {re.escape(start)} a .*?\.\n(?=\n|    <|}})", TEXT, re.DOTALL)[0]


def lines(changes: Changes, language: str = "en") -> list[str]:
    return [line.strip() for line in changes.to_text(language).splitlines()]


# --- nothing, and what counts as nothing


def test_the_same_graph_twice_has_not_changed() -> None:
    changes = compare(GraphFile.at(GRAPH), GraphFile.at(GRAPH))
    assert not changes
    assert list(changes) == []
    assert changes.summary == {}
    assert changes.to_text() == "nothing changed\n"
    assert changes.to_text("zh") == "没有变化\n"
    assert changes._repr_html_() == "<p>nothing changed</p>"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<run/build> a prov:Activity ;", "<run/build> a prov:Activity ; prov:endedAtTime '2026-11-30T00:00:00' ;"),
        ('rg:rule "goal.target"', 'rg:rule "goal.dated"'),
        ("dqv:value 0.8", "dqv:value 0.9"),
        ('rg:asWritten "桐庐县"', 'rg:asWritten "桐庐"'),
        ("rg:ordinal 2", "rg:ordinal 3"),
        ('schema:value "60"^^xsd:decimal', 'schema:value "60.0"^^xsd:decimal'),
    ],
    ids=["time of the run", "reading rule", "accuracy", "how a place is written", "place in a list", "60.0 for 60"],
)
def test_how_the_graph_was_made_and_written_is_no_change_of_the_domain(before, after, changed) -> None:
    assert not changed((before, after))


# --- facts that came, went, or became another


def test_a_unit_that_is_gone_and_one_that_came(changed) -> None:
    unit = block(f"<program/{COMMUNITY}/unit/pilot-county/330122>")
    changes = changed((unit, ""))
    assert changes.summary == {"pilot_unit": {"added": 0, "removed": 1, "changed": 0}}
    assert lines(changes) == [
        "pilot unit  -1",
        "",
        COMMUNITY,
        "- pilot unit: 浙江省杭州市桐庐县 pilot county",
    ]
    assert "+ 试点单位: 浙江省杭州市桐庐县 试点县" in lines(changed((unit, ""), back=True), "zh")


def test_another_deadline_is_one_changed_goal_though_the_iri_hangs_on_the_words(changed) -> None:
    changes = changed(
        ("goal/日间照料", "goal/日间照料2025"), ("到2024年日间照料站", "到2025年日间照料站"), ('"2024"^^', '"2025"^^')
    )
    assert lines(changes) == [
        "goal  ~1",
        "",
        COMMUNITY,
        "~ goal: 到2025年日间照料站覆盖60%以上的社区",
        "text: 到2024年日间照料站覆盖60%以上的社区 -> 到2025年日间照料站覆盖60%以上的社区",
        "deadline: 2024 -> 2025",
    ]


def test_a_long_text_and_what_became_of_it_stand_below_each_other(changed) -> None:
    longer = "有固定的服务场地，并且配备" + "必要的设施和人员，" * 8
    first = changed(("有固定的服务场地", longer))
    assert not any(" -> " in line for line in lines(first))
    assert f"      text: 有固定的服务场地\n         -> {longer}\n" in first.to_text()


def test_goals_that_have_little_in_common_are_two(changed) -> None:
    changes = changed(("goal/日间照料", "goal/另一个"), ("到2024年日间照料站覆盖60%以上的社区", "培训护理员两千名"))
    assert changes.summary["goal"] == {"added": 1, "removed": 1, "changed": 0}


def test_facts_of_two_programs_are_never_one(changed) -> None:
    condition = block(f"<program/{COMMUNITY}/condition/场地>")
    moved = condition.replace(COMMUNITY, "绿色出行试点").replace("固定的服务场地", "固定的服务场所")
    assert changed((condition, moved)).summary["condition"] == {"added": 1, "removed": 1, "changed": 0}


def test_of_two_near_texts_the_nearer_is_the_same_fact(tmp_path: Path) -> None:
    def graph(name: str, *texts: str) -> GraphFile:
        (tmp_path / name).write_text(
            "".join(f'<urn:{text}> a <{RG}Task> ; <{RG}text> "{text}"@zh .\n' for text in texts), "utf-8"
        )
        return GraphFile.at(tmp_path / name)

    old = graph("old.ttl", "完善县级医院服务能力", "完善镇级医院服务能力")
    new = graph("new.ttl", "完善县级医院的服务能力", "完善镇级医院的服务能力", "完善镇级中医院的服务能力")
    rows = [(row["change"], row["before"], row["after"]) for row in compare(old, new)]
    assert rows == [
        ("added", None, None),
        ("changed", "完善县级医院服务能力", "完善县级医院的服务能力"),
        ("changed", "完善镇级医院服务能力", "完善镇级医院的服务能力"),
    ]


def test_a_unit_whose_place_was_upgraded_is_one_changed_unit(changed) -> None:
    places = "GRAPH <graph/places> { <place/330122> rg:replacedBy <place/330199> . <place/330199> a rg:County ;\
        skos:prefLabel '桐庐市'@zh-hans ; rg:fullName '浙江省杭州市桐庐市'@zh-hans }"
    here = (("pilot-county/330122", "pilot-county/330199"), ("rg:place <place/330122>", "rg:place <place/330199>"))
    for back in (False, True):
        changes = changed(*here, extra=places, back=back)
        assert changes.summary == {"pilot_unit": {"added": 0, "removed": 0, "changed": 1}}
    assert "place: 浙江省杭州市桐庐县 -> 浙江省杭州市桐庐市" in lines(changed(*here, extra=places))


def test_two_places_of_one_name_are_told_by_their_iris(changed) -> None:
    places = "GRAPH <graph/places> { <place/330122> rg:replacedBy <place/330199> . <place/330199> a rg:County ;\
        rg:fullName '浙江省杭州市桐庐县'@zh-hans }"
    changes = changed(
        ("pilot-county/330122", "pilot-county/330199"),
        ("rg:place <place/330122>", "rg:place <place/330199>"),
        extra=places,
    )
    assert "place/330122 -> https://w3id.org/reformgraph/place/330199" in " ".join(changes.to_text().split())


def test_the_same_place_at_another_level_is_one_changed_unit(changed) -> None:
    unit = block(f"<program/{COMMUNITY}/unit/pilot-county/330122>")
    changes = changed((unit, unit.replace("pilot-county", "pilot-city")))
    assert lines(changes)[3:] == ["~ pilot unit: 浙江省杭州市桐庐县 pilot city", "level: pilot county -> pilot city"]


def test_a_unit_of_two_places_that_lost_one_is_one_changed_unit(tmp_path: Path) -> None:
    text = f"<urn:old> a <{RG}PilotUnit> ; <{RG}place> <urn:a> , <urn:b> ."
    (tmp_path / "old.ttl").write_text(text, "utf-8")
    (tmp_path / "new.ttl").write_text(text.replace("urn:old", "urn:new").replace(" , <urn:b>", ""), "utf-8")
    [row] = compare(GraphFile.at(tmp_path / "old.ttl"), GraphFile.at(tmp_path / "new.ttl"))
    assert (row["change"], row["attribute"], row["before"], row["after"]) == ("changed", "place", "urn:b", None)


def test_a_program_with_another_iri_keeps_its_facts(changed) -> None:
    changes = changed((f"program/{COMMUNITY}", "program/社区居家养老服务试点"))
    assert not changes


def test_a_program_with_another_name_is_one_changed_program(changed) -> None:
    changes = changed(
        (f"program/{COMMUNITY}", "program/社区的养老服务试点"), (f'"{COMMUNITY}"@', '"社区的养老服务试点"@')
    )
    assert changes.summary == {"program": {"added": 0, "removed": 0, "changed": 1}}
    assert f"name: {COMMUNITY} -> 社区的养老服务试点" in lines(changes)


def test_values_are_compared_as_sets(changed) -> None:
    changes = changed(('"首批"@zh-hans , "第二批"@zh-hans', '"首批"@zh-hans , "第三批"@zh-hans , "第四批"@zh-hans'))
    assert "batches: - 第二批 + 第三批 + 第四批" in lines(changes)
    assert [(row["attribute"], row["before"], row["after"]) for row in changes] == [
        ("batch", "第二批", "第三批; 第四批")
    ]


def test_many_values_stand_below_each_other(changed) -> None:
    batches = [f"第{number}批（二〇二一年度试点地区名单）" for number in "三四五"]
    told = changed(('"第二批"@zh-hans', " , ".join(f'"{batch}"@zh-hans' for batch in batches))).to_text()
    assert "      batches: - 第二批\n" + "".join(f"               + {batch}\n" for batch in sorted(batches)) in told


def test_a_task_whose_parent_goes_by_other_words_has_not_changed_itself(changed) -> None:
    changes = changed(("task/设施", "task/各项设施"), ('"完善设施"', '"完善了设施"'))
    assert changes.summary == {"task": {"added": 0, "removed": 0, "changed": 1}}


def test_a_number_that_changed_is_one_changed_count(changed) -> None:
    changes = changed(("count/县", "count/县-4"), ("schema:value 3", "schema:value 4"))
    assert lines(changes)[3:] == ["~ declared count: 试点县 4", "value: 3 -> 4"]


@pytest.mark.parametrize(
    ("kind", "before", "after", "told"),
    [
        ("issuer", "rg:agency <agency/民政部>", "rg:agency <agency/财政部>", "agency: 中华人民共和国民政部 -> 财政部"),
        (
            "consortium",
            'skos:prefLabel "东山护理站"',
            'skos:prefLabel "西山护理站"',
            "members: 东山护理站 -> 西山护理站",
        ),
        ("policy_document", "民发〔2020〕1号", "民发〔2020〕2号", "number: 民发〔2020〕1号 -> 民发〔2020〕2号"),
        ("document_reference", "document-relation:basis", "document-relation:cites", "relation: basis -> cites"),
        ("discrepancy", 'rg:suggestedValue "5"', 'rg:suggestedValue "6"', "suggested value: 5 -> 6"),
        ("correction", "已经达到，不是目标", "早已达到，不是目标", "why: 已经达到，不是目标 -> 早已达到，不是目标"),
        ("source_document", '"2021-03"^^', '"2021-04"^^', "date: 2021-03 -> 2021-04"),
        ("task", "rg:responsible <agency/民政部> , ", "rg:responsible ", "responsible: - 中华人民共和国民政部"),
        ("goal", 'schema:value "60"', 'schema:value "70"', "value: 60 -> 70"),
    ],
)
def test_a_changed_attribute_of_each_kind(kind, before, after, told, changed) -> None:
    changes = changed((before, after))
    assert changes.summary == {kind: {"added": 0, "removed": 0, "changed": 1}}
    assert told in lines(changes)


def test_a_discrepancy_goes_by_what_it_says_because_its_iri_is_a_position(changed) -> None:
    moved = TEXT[TEXT.index("    <document/notice/discrepancy/街道> a") :].split("\n}")[0]
    other = moved.replace("等个街道", "年底之前").replace("discrepancy/街道", "discrepancy/年底")
    both = changed((moved, moved + other))
    assert both.summary == {"discrepancy": {"added": 1, "removed": 0, "changed": 0}}
    swapped = (
        (moved + other).replace("discrepancy/街道", "discrepancy/X").replace("discrepancy/年底", "discrepancy/街道")
    )
    names = changed(
        (moved, swapped), ("<document/notice/discrepancy/街道> rg:sug", "<document/notice/discrepancy/X> rg:sug")
    )
    assert [row["name"] for row in names] == ["lost digits 年底之前"]


# --- documents and evidence


def test_the_text_of_a_document_changed(changed) -> None:
    digest = '        rg:sha256 "{}" ;\n        rg:characterCount 400'
    one, other = (
        ("        rg:characterCount 400", digest.format("a" * 64)),
        ("rg:characterCount 400", "rg:characterCount 401"),
    )
    assert "text: changed" in lines(changed(one))
    assert lines(changed(one), "zh")[3:] == ["~ 来源文档: news.txt", "正文: 已改变"]
    assert not changed(other)


def test_a_document_of_another_name_with_the_same_bytes_was_renamed(tmp_path: Path) -> None:
    def graph(name: str) -> GraphFile:
        file = tmp_path / f"{name}.trig"
        text = TEXT.replace("rg:characterCount 400", f'rg:sha256 "{"a" * 64}" ')
        file.write_text(text.replace("document/news", f"document/{name}").replace("news.txt", f"{name}.txt"), "utf-8")
        return GraphFile.at(file)

    changes = compare(graph("news"), graph("report"))
    assert lines(changes)[2:] == [
        "source documents",
        "~ source document: report.txt",
        "identifier: news.txt -> report.txt",
    ]


def test_a_fact_that_a_second_document_states_is_the_same_fact(changed) -> None:
    condition = block(f"<program/{COMMUNITY}/condition/经费>")
    also = condition.replace("#char=0,8>", "#char=0,8> , <document/news#char=5,12>")
    assert lines(changed((condition, also))) == ["evidence", "news.txt: also states 1 fact known before"]
    assert lines(changed((condition, also), back=True), "zh") == ["出处", "news.txt: 不再载有1条事实，仍见于他处"]


def test_passages_that_moved_are_one_line_for_a_document(changed) -> None:
    changes = changed(
        ("notice#char=20,29", "notice#char=25,34"), ('oa:start "20"', 'oa:start "25"'), ('oa:end "29"', 'oa:end "34"')
    )
    assert lines(changes) == ["evidence", "notice.txt: passages of 7 facts moved"]
    assert list(changes) == [
        {
            "change": "evidence",
            "kind": "source_document",
            "program": None,
            "name": "notice.txt",
            "attribute": "passages_moved",
            "before": None,
            "after": "7",
        }
    ]


# --- the forms in which changes are told


def test_changes_are_rows_csv_json_and_html(changed) -> None:
    changes = changed(
        (block(f"<program/{COMMUNITY}/unit/pilot-county/330122>"), ""), ("schema:value 3", "schema:value 4")
    )
    assert len(changes) == 2
    assert changes[0]["change"] == "removed"
    assert [row["kind"] for row in changes[:2]] == ["pilot_unit", "declared_count"]
    assert str(changes) == changes.to_text()
    assert changes.to_csv("zh").splitlines() == [
        "change,kind,program,name,attribute,before,after",
        f"removed,pilot_unit,{COMMUNITY},浙江省杭州市桐庐县 试点县,,,",
        f"changed,declared_count,{COMMUNITY},试点县 4,value,3,4",
    ]
    assert pages.rows(changes._repr_html_())[1][:3] == ["changed", "declared_count", COMMUNITY]
    told = json.loads(changes.to_json())
    assert told["summary"]["pilot_unit"] == {"added": 0, "removed": 1, "changed": 0}
    assert told["changes"][1] == {
        "change": "changed",
        "kind": "declared_count",
        "program": COMMUNITY,
        "name": "试点县 4",
        "old": f"https://w3id.org/reformgraph/program/{COMMUNITY}/count/县",
        "new": f"https://w3id.org/reformgraph/program/{COMMUNITY}/count/县",
        "differences": [{"attribute": "value", "before": ["3"], "after": ["4"]}],
    }


def test_what_has_no_program_stands_last_and_documents_first(changed) -> None:
    changes = changed(
        ("每千名老人床位达到30至40张", "每千名老人的床位达到30至40张"),
        ("schema:value 3", "schema:value 4"),
        ("news.txt", "new.txt"),
    )
    headings = [
        line for line in changes.to_text().split("\n\n", 1)[1].splitlines() if line and not line.startswith(" ")
    ]
    assert headings == ["source documents", COMMUNITY, "of no program"]


def test_what_would_steer_a_terminal_is_shown(changed) -> None:
    assert "经费列入\\x1b[31m 预算" in changed(('"经费列入预算"', '"经费列入\\u001b[31m\\n预算"')).to_text()


def test_changes_do_not_depend_on_the_order_of_the_statements(changed, tmp_path: Path) -> None:
    def quads(reverse: bool) -> GraphFile:
        found = sorted({f"{quad} .\n" for quad in GraphFile.at(GRAPH).statements()}, reverse=reverse)
        (tmp_path / f"{reverse}.nq").write_text("".join(found), "utf-8")
        return GraphFile.at(tmp_path / f"{reverse}.nq")

    (tmp_path / "empty.nq").touch()
    empty = GraphFile.at(tmp_path / "empty.nq")
    assert compare(quads(False), empty).to_json() == compare(quads(True), empty).to_json()
    assert compare(empty, quads(False)).to_text() == compare(empty, quads(True)).to_text()


def test_facts_without_iris_are_compared_by_what_they_say(tmp_path: Path) -> None:
    text = f'[] a <{RG}Condition> ; <{RG}text> "经费列入预算"@zh .'
    (tmp_path / "a.ttl").write_text(text, "utf-8")
    (tmp_path / "b.ttl").write_text(text.replace("预算", "年度预算"), "utf-8")
    same = compare(GraphFile.at(tmp_path / "a.ttl"), GraphFile.at(tmp_path / "a.ttl"))
    assert not same
    changes = compare(GraphFile.at(tmp_path / "a.ttl"), GraphFile.at(tmp_path / "b.ttl"))
    assert [(row["change"], row["before"], row["after"]) for row in changes] == [
        ("changed", "经费列入预算", "经费列入年度预算")
    ]


# --- the kinds, as data


def test_every_kind_of_fact_of_the_vocabulary_is_compared() -> None:
    subclasses = ontology_graph().query("SELECT ?c { ?c rdfs:subClassOf <https://w3id.org/reformgraph/ontology#Fact> }")
    compared = "\n".join(kind.sparql for kind in kinds())
    assert all(f"a rg:{row.c.rpartition('#')[2]} " in compared for row in subclasses)


@each_kind
def test_the_header_of_a_kind_is_in_both_languages_and_names_every_column(kind) -> None:
    record = header(kind.sparql)
    assert record["summary"]
    assert record["description"]
    selected = re.search(r"^SELECT (.+?)\nWHERE", kind.sparql, re.DOTALL | re.MULTILINE)[1]
    assert list(record["columns"]) == re.findall(r"\?(\w+)", selected)
    for labels in [kind.label, *kind.attributes.values(), *([kind.elsewhere] if kind.elsewhere else [])]:
        assert set(labels) == {"zh", "en"}
        assert re.search(r"[一-鿿]", labels["zh"])
        assert labels["en"].isascii()


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib warns about itself
@each_kind
def test_a_second_engine_reads_the_same_attributes(kind) -> None:
    from rdflib import Dataset

    dataset = Dataset(default_union=True)
    dataset.parse(GRAPH, format="trig")
    theirs = {tuple("" if term is None else str(term) for term in row) for row in dataset.query(kind.sparql)}
    ours = {
        (fact.subject.value, *(lexical(term) if column == one else "" for one in kind.attributes))
        for fact in facts_of(GraphFile.at(GRAPH).store, kind).values()
        for column, terms in fact.attributes.items()
        for term in terms
    }
    assert ours == theirs
    assert ours


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("SELECT ?fact {}", r"the #\+ header is no complete record"),
        ("#+ a: [", r"the #\+ header is no complete record"),
        (kinds()[3].sparql.replace("within: [program]", "within: [programme]"), "no column programme"),
        (kinds()[3].sparql.replace("order: 4", "order: fourth"), "fourth"),
    ],
)
def test_an_incomplete_header_is_told_with_its_file(text, complaint) -> None:
    with pytest.raises(QueryError, match=complaint) as caught:
        parse(text, "goal")
    assert str(caught.value).startswith("kinds/goal.rq: ")
    assert "\n" not in str(caught.value)


def test_the_header_is_read_as_that_of_a_stored_question() -> None:
    question = catalogue()[0]
    assert header(question.sparql)["summary"] == question.summary


# --- nearness and names


def test_near_texts_are_found_among_many() -> None:
    texts = [f"第{number}项任务：建设{chr(0x4E00 + number)}中心" for number in range(500)]
    [(number, likeness)] = [
        found for found in Texts(texts).near("第321项任务：建成" + chr(0x4E00 + 321) + "中心", 0.9) if found[1] > 0.9
    ]
    assert number == 321
    assert likeness < 1


def test_a_text_of_one_character_and_one_that_nothing_resembles() -> None:
    assert Texts(["年", "县"]).near("年", 0.75) == [(0, 1.0)]
    assert Texts(["建成"]).near("取消", 0.1) == []


def test_the_best_name_in_the_language_asked_for() -> None:
    store = GraphFile.at(GRAPH).store
    base = "https://w3id.org/reformgraph/"
    province, news, basis = (
        NamedNode(base + end) for end in ("place/320000", "document/news", "list/document-relation/basis")
    )
    names = Names.of({province, news, basis}, [store])
    assert names.name(province, "en") == "江苏省"
    assert names.name(news, "en") == "news.txt"
    assert (names.name(basis, "en"), names.name(basis, "zh")) == ("basis", "依据")
    assert names.name(NamedNode(RG + "nobody"), "en") == "rg:nobody"
    assert names.name(Literal("2023"), "zh") == "2023"

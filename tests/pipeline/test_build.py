"""What a build promises, whatever the documents."""

import gc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_graph.model import Document, Passage
from build_graph.pipeline import build, facts_of
from build_graph.publication import Filled, publish
from build_graph.publication.parts import part_file, written
from build_graph.read import ReadError
from build_graph.reconcile import Mentions
from build_graph.work.pool import Here

PAGE = """教育部办公厅近日印发《智慧校园建设试点方案》，确定青海省为智慧校园建设试点省。
工作目标
到2027年底，数字教室覆盖率达到90%以上。
智慧校园建设试点县名单（河北）
滦州市
滦南县
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "pages" / "a.txt"
    file.parent.mkdir()
    file.write_text(PAGE, "utf-8")
    return file


def test_a_town_that_no_table_lists_is_published_without_a_code(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("教育部开展智慧校园建设试点，确定德清县白杨镇为智慧校园建设试点镇。", "utf-8")
    assert build([tmp_path / "a.txt"], tmp_path / "out").published
    graph = (tmp_path / "out" / "graph.nq").read_text("utf-8")
    assert "place/330521/白杨镇> <https://w3id.org/reformgraph/ontology#partOf>" in graph
    assert "place/330521/白杨镇> <https://w3id.org/reformgraph/ontology#divisionCode>" not in graph


def test_what_cannot_be_read_is_listed_and_the_rest_is_published(page: Path, tmp_path: Path) -> None:
    (page.parent / "b.txt").write_bytes(b"\x00\x01")
    summary = build([page.parent], tmp_path / "out")
    assert summary.published
    assert summary.documents == 1
    assert len(summary.failed) == 1
    assert "b.txt" in summary.failed[0]


def test_nothing_readable_is_an_error_and_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="does not exist"):
        build([tmp_path / "none"], tmp_path / "out")
    with pytest.raises(ReadError, match="no documents"):
        build([], tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_a_violation_stops_publication_and_the_report_lies_aside(page: Path, tmp_path: Path) -> None:
    good = build([page], tmp_path / "out", stamp=False)
    before = (good.folder / "graph.nq").read_bytes()
    (page.parent / "documents.yml").write_text("- file: a.txt\n  kind: rumour\n", "utf-8")
    bad = build([page], tmp_path / "out", stamp=False)
    assert not bad.published
    assert bad.folder == tmp_path / "out-rejected"
    assert "document-kind/rumour" in (bad.folder / "report.txt").read_text("utf-8")
    assert (tmp_path / "out" / "graph.nq").read_bytes() == before


def test_what_documents_mention_is_not_in_memory_any_more_when_the_graph_is_looked_at(
    page: Path, tmp_path: Path
) -> None:
    left: list[object] = []

    def look(_: Path, file: Path) -> None:
        left.extend(each for each in gc.get_objects() if isinstance(each, Mentions))
        file.touch()

    assert build([page], tmp_path / "out", writers={"x": look}).published
    assert left == []


def test_processes_are_renewed_before_the_graph_is_looked_at_and_afterwards(tmp_path: Path) -> None:
    class Told(Here):
        def __init__(self) -> None:
            self.steps: list[str] = []

        def renew(self) -> None:
            self.steps.append("renewed")

    caller = Told()

    def fill(folder: Path) -> Filled:
        caller.steps.append("filled")
        (folder / "graph.nq").mkdir()
        lines = ["<urn:a> <urn:p> <urn:b> <urn:g> .\n"]
        return Filled([written(lines, part_file(folder, 0))], {})

    def write(_: Path, file: Path) -> None:
        caller.steps.append("written")
        file.touch()

    publish(fill, tmp_path / "out", writers={"x": write}, caller=caller)
    assert caller.steps == ["filled", "renewed", "renewed", "written"]


def test_writers_add_files_to_what_is_published(page: Path, tmp_path: Path) -> None:
    summary = build(
        [page], tmp_path / "out", writers={"size.txt": lambda quads, file: file.write_text(str(quads.stat().st_size))}
    )
    assert (summary.folder / "size.txt").read_text() == str((summary.folder / "graph.nq").stat().st_size)


def test_a_writer_that_fails_publishes_nothing(page: Path, tmp_path: Path) -> None:
    def fails(quads: Path, file: Path) -> None:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        build([page], tmp_path / "out", writers={"x": fails})
    assert not (tmp_path / "out").exists()


def test_only_the_time_differs_between_two_builds(page: Path, tmp_path: Path) -> None:
    with_time = build([page], tmp_path / "a").folder / "graph.nq"
    without = build([page], tmp_path / "b", stamp=False).folder / "graph.nq"
    assert [
        line for line in with_time.read_text("utf-8").splitlines() if "endedAtTime" not in line
    ] == without.read_text("utf-8").splitlines()


def test_documents_on_nothing_give_a_graph_without_facts(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("今天天气晴朗，适合出行。", "utf-8")
    summary = build([tmp_path / "a.txt"], tmp_path / "out")
    assert summary.published
    assert summary.facts == {}


NOISE = st.sampled_from(
    [
        "試點",
        "(shi)",
        "\u3000",
        "?",
        "|",
        "个县",
        "年底",
        "《",
        "）",
        "\n",
        "\r\n",
        "1.",
        "一是",
        "河北省",
        "确定",
        "为",
        "%",
        "，",
        "。",
        "🎉",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(NOISE, st.sampled_from(PAGE.splitlines())), max_size=30))
def test_every_passage_reads_back_whatever_the_text(parts: list[str]) -> None:
    text = "".join(parts)
    facts = facts_of(Document("a", "a.txt", text)).facts
    assert all(text[p.start : p.end] == p.exact for fact in facts for p in fact.passages)


@pytest.mark.parametrize(("start", "end", "exact"), [(3, 3, ""), (-1, 1, "ab"), (0, 3, "ab")])
def test_what_is_no_stretch_of_text_is_no_passage(start: int, end: int, exact: str) -> None:
    with pytest.raises(ValueError, match="not a passage"):
        Passage(start, end, exact)


@pytest.mark.parametrize(
    "text",
    [
        "二、主要任务\n（一）建立服务清单。\n（二）推进数据共享。\n1.统一标准。",
        "一、推广的举措\n（一）师资队伍方面2项：跨校任教机制；骨干教师轮岗。",
        "在师资队伍方面，将支持跨校任教。\n在数字资源方面，要建设共享课程。",
        "工作内容：\n一是完善制度，包括建立台账、加强培训。\n二是强化保障。",
        "优化资源配置。科学规划学校布局。\n补齐乡村短板。推动建立送教机制。",
        "会议要求，着力下沉课程，做强乡镇学校。着力创新管理，推动教研融合。",
        "智慧校园建设试点重点任务包括：建设共享课程、培训乡镇教师、改造旧机房。",
    ],
)
def test_every_structure_of_tasks_can_be_published(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"教育部印发《智慧校园建设试点方案》。\n{text}\n", "utf-8")
    summary = build([tmp_path / "a.txt"], tmp_path / "out")
    assert summary.published, summary.report.to_text()
    assert summary.facts["task"] >= 2


def test_a_place_with_brackets_in_its_name_is_the_place_of_its_unit(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(
        "扩大开放综合试点公布\n商务部近日公布扩大开放综合试点名单，试点地区为中国（上海）自由贸易试验区和重庆市。\n",
        "utf-8",
    )
    summary = build([tmp_path / "page.txt"], tmp_path / "out")
    assert summary.published
    assert summary.facts["pilot_unit"] == 2


def test_what_stands_above_a_task_and_is_none_has_no_node(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(
        "关于开展社区食堂建设试点的通知\n一、总体要求\n（一）基本原则\n1.统筹布局协同推进。把社区食堂纳入规划。\n"
        "2.问题导向改革突破。解决老人吃饭难，建立补贴机制。\n二、主要任务\n（一）建设社区食堂。每个社区建一个。\n",
        "utf-8",
    )
    assert build([tmp_path / "page.txt"], tmp_path / "out").published


def test_the_pages_of_the_tests_can_be_published_together(tmp_path: Path) -> None:
    summary = build([Path(__file__).parents[1] / "robustness" / "texts"], tmp_path / "out")
    assert summary.published
    assert summary.documents > 20

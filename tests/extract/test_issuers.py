import pytest

from build_graph.extract.agencies import full_name
from build_graph.model import Issuer

PILOT = "智慧校园建设试点"


def names(found) -> list[str]:
    return [issuer.name for issuer in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"教育部、财政部近日印发通知，开展{PILOT}。", ["教育部", "财政部"]),
        (f"国家发展改革委办公厅、教育部办公厅联合在全国开展{PILOT}。", ["国家发展改革委办公厅", "教育部办公厅"]),
        (f"国家医保局、卫健委正式发布{PILOT}名单。", ["国家医保局", "卫健委"]),
        (f"四川省教育厅要求，{PILOT}要扎实推进。", ["四川省教育厅"]),
    ],
)
def test_a_body_that_acts_is_an_issuer(facts, text: str, expected: list[str]) -> None:
    assert names(facts(text, Issuer)) == expected


@pytest.mark.parametrize(
    "text",
    [
        f"开展{PILOT}，目标是到2030年全部建成。有关情况向教育部报送。",
        f"开展{PILOT}，到2030年全部建成。该校被教育部确定为基地。",
        f"开展{PILOT}，到2030年全部建成。记者从教育部获悉，工作顺利。",
    ],
)
def test_a_body_that_only_receives_honours_or_reports_is_none(facts, text: str) -> None:
    assert facts(text, Issuer) == []


def test_two_forms_of_one_body_are_one_issuer_with_the_fullest_name(facts) -> None:
    (issuer,) = facts(f"国家卫健委发布{PILOT}名单。\n国家卫生健康委印发《{PILOT}方案》。", Issuer)
    assert issuer.name == "国家卫生健康委"
    assert len(issuer.passages) == 2


def test_a_local_body_is_completed_from_the_page(facts) -> None:
    (issuer,) = facts("江西：推进智慧养老社区建设\n省民政厅明确，智慧养老社区建设要逐年推进。", Issuer)
    assert (issuer.name, issuer.as_written) == ("江西省民政厅", "省民政厅")


def test_a_local_body_of_an_unknown_page_stays_as_written(facts) -> None:
    assert names(facts(f"省民政厅印发《{PILOT}方案》。", Issuer)) == ["省民政厅"]


def test_the_body_that_heads_a_title_is_an_issuer(facts) -> None:
    assert names(facts(f"国务院办公厅关于开展{PILOT}的通知\n到2030年全部建成，形成制度。", Issuer)) == ["国务院办公厅"]


@pytest.mark.parametrize(
    ("written", "full"),
    [("国家卫健委", "国家卫生健康委员会"), ("河北省卫生健康委", "河北省卫生健康委员会"), ("某某协会", "某某协会")],
)
def test_full_names(written: str, full: str) -> None:
    assert full_name(written) == full


@pytest.mark.parametrize("body", ["国家体育总局", "浙江省水利厅", "全国妇联", "杭州市市场监管局"])
def test_bodies_of_every_field_are_known(facts, body: str) -> None:
    assert names(facts(f"{body}印发《{PILOT}方案》。", Issuer)) == [body]


def test_the_page_may_name_its_division_in_a_later_line_of_its_title(facts) -> None:
    text = "每日快讯\n江西：推进智慧养老社区建设\n省民政厅明确，智慧养老社区建设要逐年推进。"
    assert names(facts(text, Issuer)) == ["江西省民政厅"]


def test_the_first_of_many_bodies_in_a_title_is_an_issuer(facts) -> None:
    assert names(facts(f"浙江省民政厅等五部门关于开展{PILOT}的通知\n到2030年全部建成，形成制度。", Issuer)) == [
        "浙江省民政厅"
    ]

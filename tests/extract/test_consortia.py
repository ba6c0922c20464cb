"""Who leads an alliance and who belongs to it, in the ways in which sentences say so."""

import pytest

from build_graph.model import Consortium

PILOT = "教育部启动教联体建设试点。\n"
NAME, LEAD, MEMBERS = "桐江教联体", "桐庐县第一小学", ("横村小学", "分水小学")
JOINED = "横村小学和分水小学"


def told(found) -> list[tuple[str, str | None, tuple[str, ...]]]:
    return [(one.name, one.lead, one.members) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        f"由{LEAD}牵头，{JOINED}为成员的{NAME}正式成立。",
        f"{LEAD}牵头组建{NAME}，成员单位包括{JOINED}。",
        f"{NAME}由{LEAD}牵头，{JOINED}等参加。",
        f"{NAME}以{LEAD}为核心校，吸纳{JOINED}加入。",
        f"{LEAD}联合{JOINED}，组成{NAME}。",
        f"{LEAD}则牵手{JOINED}，成立了{NAME}。",
        f"{NAME}揭牌，{LEAD}为牵头单位，{JOINED}为首批成员单位。",
        f"{NAME}由{LEAD}担任理事长单位，{JOINED}为理事单位。",
        f"以{LEAD}为龙头，联合{JOINED}，组建{NAME}。",
        f"{LEAD}发起，{JOINED}参与，成立了{NAME}。",
        f"同日，{NAME}成立，牵头单位{LEAD}，成员单位{JOINED}。",
        f"{NAME}的牵头单位是{LEAD}，成员有{JOINED}。",
        f"{LEAD}作为牵头单位，与{JOINED}组成{NAME}。",
    ],
)
def test_a_lead_and_members_may_stand_before_the_name_or_behind_it(facts, text: str) -> None:
    assert told(facts(PILOT + text, Consortium)) == [(NAME, LEAD, MEMBERS)]


def test_who_founds_an_alliance_together_has_no_lead(facts) -> None:
    every = (LEAD, *MEMBERS)
    for text in (f"{'、'.join(every)}签约共建{NAME}。", f"{NAME}由{'、'.join(every)}共同组成。"):
        assert told(facts(PILOT + text, Consortium)) == [(NAME, None, every)]


def test_each_part_of_a_sentence_tells_of_one_alliance(facts) -> None:
    text = f"{NAME}由{LEAD}牵头；德清教联体由德清县实验小学牵头，新市小学参与。"
    assert told(facts(PILOT + text, Consortium)) == [
        (NAME, LEAD, ()),
        ("德清教联体", "德清县实验小学", ("新市小学",)),
    ]


def test_towns_with_a_school_each_are_those_schools(facts) -> None:
    text = f"{LEAD}牵头，联合横村镇、分水镇2所乡镇小学，组建{NAME}。"
    assert told(facts(PILOT + text, Consortium)) == [(NAME, LEAD, ("横村镇小学", "分水镇小学"))]


@pytest.mark.parametrize(
    "text",
    [
        "鼓励优质学校联合薄弱学校，组建教联体。",
        "邻近的德清、安吉两县也在组建自己的教联体。",
        "桐庐县教育局牵头，完善教联体考核机制。",
        "合肥数据集团有限公司牵头，浙江大学参与平台研发。",
    ],
)
def test_no_alliance_is_named(facts, text: str) -> None:
    assert facts(PILOT + text, Consortium) == []

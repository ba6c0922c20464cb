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


@pytest.mark.parametrize(
    "entry",
    [
        f"由{LEAD}领办，横村小学、分水小学加盟的{NAME}（融合型）。",
        f"{NAME}（共建型）。牵头学校：{LEAD}；成员：横村小学、分水小学。",
        f"{LEAD}、横村小学、分水小学三校结成{NAME}（协作型），{LEAD}任理事长单位。",
        f"{NAME}：{LEAD}（牵头）、横村小学、分水小学。",
        f"{NAME}（{LEAD}牵头）：横村小学、分水小学。",
        f"{NAME}（总校：{LEAD}；分校：横村小学、分水小学）",
        f"{NAME}\n牵头学校：{LEAD}\n成员学校：横村小学、分水小学",
    ],
)
def test_a_line_of_a_list_tells_of_the_alliance_that_it_names(facts, entry: str) -> None:
    other = "德清教联体：核心校为德清县实验小学，成员校为新市小学、武康小学。"
    found = told(facts(f"{PILOT}一、{other}\n二、{entry}\n", Consortium))
    expected = [(NAME, LEAD, MEMBERS), ("德清教联体", "德清县实验小学", ("新市小学", "武康小学"))]
    assert sorted(found, key=str) == sorted(expected, key=str)


def test_an_alliance_whose_lead_is_still_open_has_none(facts) -> None:
    text = f"{NAME}（协作型），由横村小学、分水小学等5所学校抱团发展，牵头校待定。"
    assert told(facts(PILOT + text, Consortium)) == [(NAME, None, MEMBERS)]


LISTED = f"一、{NAME}：牵头校{LEAD}。\n二、德清教联体：牵头校德清县实验小学。\n三、"


def test_a_line_with_a_name_alone_is_an_alliance_among_others_that_have_more(facts) -> None:
    assert told(facts(PILOT + LISTED + "山区小规模学校教联体。", Consortium))[-1] == ("山区小规模学校教联体", None, ())
    for line in ("加快建设城乡教联体。", "教联体。", "教联体考核机制。"):
        assert len(facts(PILOT + LISTED + line, Consortium)) == len(MEMBERS), line
    assert facts(PILOT + "一、山区学校教联体。\n二、城区学校教联体。", Consortium) == []


def test_a_table_tells_who_leads_and_who_belongs(facts) -> None:
    table = f"序号|教联体名称|牵头学校|成员学校\n1|{NAME}|{LEAD}|横村小学、分水小学\n2|德清教联体||新市小学\n3|合计||"
    assert told(facts(PILOT + table, Consortium)) == [(NAME, LEAD, MEMBERS), ("德清教联体", None, ("新市小学",))]


def test_a_lead_that_goes_by_the_end_of_its_name_is_named_in_full(facts) -> None:
    text = "由12家卫生院携手浙江医学院附属之江医院，组成桐庐县眼病防治联合体，之江医院为牵头单位。"
    lead = "浙江医学院附属之江医院"
    assert told(facts(PILOT + text, Consortium)) == [("桐庐县眼病防治联合体", lead, ())]


@pytest.mark.parametrize(
    ("text", "name", "lead", "members"),
    [
        (f"由{LEAD}牵头，联合{JOINED}共同组建桐江劳动教育实验室。", "桐江劳动教育实验室", LEAD, MEMBERS),
        (f"桐江劳动教育研究院由{LEAD}牵头，{JOINED}共同参与。", "桐江劳动教育研究院", LEAD, MEMBERS),
        (f"{LEAD}、横村小学、分水小学联合组建“桐江研学中心联盟”。", "桐江研学中心联盟", None, (LEAD, *MEMBERS)),
        (f"由{LEAD}牵头，横村小学、分水小学为成员，组成校车保险共保体。", "校车保险共保体", LEAD, MEMBERS),
    ],
)
def test_what_several_found_together_is_an_alliance(facts, text: str, name: str, lead: str | None, members) -> None:
    assert told(facts(PILOT + text, Consortium)) == [(name, lead, members)]


@pytest.mark.parametrize(
    "text",
    [
        "桐庐县第一小学牵头建设桐江劳动教育实验室。",
        "由省科技厅牵头，会同省财政厅组建桐江智慧教育研究院。",
        "由县教育局、县财政局联合组建桐江劳动教育实训基地。",
        "此前，该县加入由浙江师范大学牵头、杭州市胜利小学参加的“之江教育联盟”。",
        "教联体是指由一所优质学校牵头、若干薄弱学校参加的办学联合体。",
    ],
)
def test_what_one_founds_what_offices_set_up_and_what_was_joined_before_is_none(facts, text: str) -> None:
    assert facts(PILOT + text, Consortium) == []


def test_members_may_only_be_counted(facts) -> None:
    text = "第三个是德清片区教联体，由新市镇三所村小抱团组成。"
    assert told(facts(PILOT + text, Consortium)) == [("德清片区教联体", None, ())]
    text = "石臼片教联体，由两所村小共同组成。"
    assert told(facts(PILOT + text, Consortium)) == [("石臼片教联体", None, ())]
    for general in ("每个教联体由三所村小组成。", "教联体，由两所学校组成。", "德清片区教联体召开三所村小座谈会。"):
        assert facts(PILOT + general, Consortium) == [], general


def test_members_may_be_numbered_lines_and_the_lead_who_signs(facts) -> None:
    text = (
        "市教育局开展智慧校园建设试点。\n按照安排，由我校牵头，与以下单位共同组建湘江智慧教育联盟：\n"
        "1. 长沙市雅礼中学\n2. 湘云数据（湖南）有限公司；\n三、工作安排\n1. 长沙市明德中学\n湖南师范大学\n2030年5月6日"
    )
    (found,) = facts(text, Consortium)
    assert (found.name, found.lead) == ("湘江智慧教育联盟", "湖南师范大学")
    assert found.members == ("长沙市雅礼中学", "湘云数据（湖南）有限公司")


@pytest.mark.parametrize(
    "text",
    [
        "由我校牵头，湘江智慧教育联盟做好以下工作：\n1. 开展教研，分享课程。\n2. 组织培训，形成报告。",
        "请与下列联系人联系：\n1. 长沙市雅礼中学\n2. 长沙市明德中学",
    ],
)
def test_numbered_lines_of_other_things_are_no_members(facts, text: str) -> None:
    assert not any(one.members for one in facts("市教育局开展智慧校园建设试点。\n" + text, Consortium))


def test_two_alliances_of_one_sentence_each_have_their_lead(facts) -> None:
    text = (
        "德清县教联体建设试点\n其中，由德清一中牵头、武康中学和乾元中学为成员的德清一中教联体，"
        "由实验小学牵头、钟管镇小学为成员的实验小学教联体，已正式挂牌。"
    )
    assert [(one.name, one.lead) for one in facts(text, Consortium)] == [
        ("德清一中教联体", "德清一中"),
        ("实验小学教联体", "实验小学"),
    ]

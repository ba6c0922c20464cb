import pytest

from build_graph.extract.privacy import without_personal_data
from build_graph.model import Condition, Consortium, DeclaredCount, Passage, PolicyDocument, Task

PILOT = "教育部开展智慧校园建设试点。"


def test_conditions_are_enumerated_after_their_lead(facts) -> None:
    found = facts(
        PILOT + "试点县应具备以下条件：一是政府重视，投入到位。二是至少有1所高中。三是网络健全。各地据此申报。",
        Condition,
    )
    assert [(c.text, c.ordinal) for c in found] == [("政府重视，投入到位", 1), ("至少有1所高中", 2), ("网络健全", 3)]


def test_conditions_may_stand_one_a_line(facts) -> None:
    found = facts(PILOT + "\n申报学校应符合下列条件：\n1.办学满三年；\n2.师资齐备。\n", Condition)
    assert [c.text for c in found] == ["办学满三年", "师资齐备"]


def test_numbers_that_do_not_run_on_end_an_enumeration(facts) -> None:
    found = facts(PILOT + "具备以下条件：一是政府重视。三是网络健全。", Condition)
    assert len(found) == 1


def test_a_lead_without_an_enumeration_gives_no_condition(facts) -> None:
    assert facts(PILOT + "具备以下条件：政府重视。", Condition) == []


def test_consortia_have_a_lead_and_members(facts) -> None:
    text = (
        PILOT
        + "建设由县第一医院牵头，城关卫生院、河东卫生院为成员的县第一医院医共体；由县中医院牵头，河西卫生院为成员的县中医院医共体。"
    )
    found = facts(text, Consortium)
    assert [(c.name, c.lead, c.members) for c in found] == [
        ("县第一医院医共体", "县第一医院", ("城关卫生院", "河东卫生院")),
        ("县中医院医共体", "县中医院", ("河西卫生院",)),
    ]


def test_a_consortium_of_an_area_has_no_known_lead(facts) -> None:
    found = facts(PILOT + "形成东山片区和西山片区2个紧密型医共体。", Consortium)
    assert [(c.name, c.lead, c.members) for c in found] == [
        ("东山片区紧密型医共体", None, ()),
        ("西山片区紧密型医共体", None, ()),
    ]


@pytest.mark.parametrize(
    ("text", "name", "lead", "members"),
    [
        (
            "海州市域产教联合体则以海州高新区为依托，由海州职业学院（原海州技校）与海州港务有限公司牵头共建。",
            "海州市域产教联合体",
            "海州职业学院",
            ("海州港务有限公司",),
        ),
        ("郑州铁道学院牵头组建河南轨道职业教育集团。", "河南轨道职业教育集团", "郑州铁道学院", ()),
        ("全县建立由县人民医院牵头的医共体。", "医共体", "县人民医院", ()),
        (
            "确定由佛山市牵头，联合广州、珠海以及省外的淄博等城市，组建广东省氢能应用城市群。",
            "广东省氢能应用城市群",
            "佛山市",
            ("广州", "珠海", "淄博"),
        ),
        (
            "全国智慧教育联盟由北京师范大学担任理事长单位，成员单位包括浙江大学、20多所院校和清华大学。",
            "全国智慧教育联盟",
            "北京师范大学",
            ("浙江大学", "清华大学"),
        ),
        (
            "以市中医院为龙头，城东卫生院、城西卫生院参与的中医医联体运行。",
            "中医医联体",
            "市中医院",
            ("城东卫生院", "城西卫生院"),
        ),
        ("近日，济宁市第一医院与巨野县中医院举行医联体签约仪式。", "医联体", None, ("济宁市第一医院", "巨野县中医院")),
    ],
)
def test_who_leads_or_founds_a_consortium(facts, text: str, name: str, lead: str | None, members: tuple) -> None:
    assert [(c.name, c.lead, c.members) for c in facts(PILOT + text, Consortium)] == [(name, lead, members)]


@pytest.mark.parametrize(
    "text",
    [
        "医共体由1家县级医院牵头，多家乡镇卫生院参加。",
        "支持龙头企业牵头组建创新联合体。",
        "该联盟由北京大学牵头。",
        "市教育局牵头，建立健全教育共同体考核机制。",
        "鼓励学校与企业组建联盟。",
    ],
)
def test_what_alliances_in_general_are_led_by_names_none(facts, text: str) -> None:
    assert facts(PILOT + text, Consortium) == []


@pytest.mark.parametrize(
    ("text", "relation", "number"),
    [
        ("教育部印发《智慧校园建设试点方案》。", "issues", None),
        ("参照《智慧校园建设指导意见》（教发〔2020〕3号）制定细则。", "basis", "教发〔2020〕3号"),
        ("狠抓《教育现代化规划》落实。", "basis", None),
        ("会上解读了《数字教室建设标准》。", "cites", None),
    ],
)
def test_a_document_is_known_by_its_title_number_and_relation(
    facts, text: str, relation: str, number: str | None
) -> None:
    (found,) = facts(PILOT + text, PolicyDocument)
    assert (found.relation, found.number) == (relation, number)


@pytest.mark.parametrize("text", ["阅读《红楼梦里的教育》。", "按照《方案》要求办理。"])
def test_books_and_short_names_that_refer_back_are_no_documents(facts, text: str) -> None:
    assert facts(PILOT + text, PolicyDocument) == []


@pytest.mark.parametrize("number", ["13800001111", "010-12345678", "a.b@c.cn", "11010519491231002X"])
def test_a_fact_whose_passage_holds_personal_data_is_left_out(number: str) -> None:
    text = f"联系{number}"
    fact = Task(text="x", passages=(Passage(0, len(text), text),), rule="r")
    kept, ignored = without_personal_data([fact])
    assert kept == []
    assert [(i.start, i.end, i.reason) for i in ignored] == [(0, len(text), "personal data")]


@pytest.mark.parametrize(
    ("head", "title", "number"),
    [
        (
            "教育部办公厅关于开展智慧校园建设试点的通知\n教技厅〔2023〕4号\n",
            "教育部办公厅关于开展智慧校园建设试点的通知",
            "教技厅〔2023〕4号",
        ),
        ("教育部关于开展\n智慧校园建设试点的意见\n", "教育部关于开展智慧校园建设试点的意见", None),
    ],
)
def test_a_page_that_is_a_notice_names_itself(facts, head: str, title: str, number: str | None) -> None:
    (found,) = facts(head + PILOT + "到2030年，全部建成。", PolicyDocument)
    assert (found.title, found.number, found.relation) == (title, number, "issues")


@pytest.mark.parametrize("text", ["联系人张小明", "电话66096114", "微信lilei_2022", "QQ：12345678", "热线400-810-1234"])
def test_other_ways_to_reach_a_person_are_left_out_too(text: str) -> None:
    fact = Task(text="x", passages=(Passage(0, len(text), text),), rule="r")
    assert without_personal_data([fact])[0] == []


def test_a_line_that_is_answered_is_no_personal_data() -> None:
    text = "服务热线电话接通率达到95%以上"
    fact = Task(text="x", passages=(Passage(0, len(text), text),), rule="r")
    assert without_personal_data([fact])[0] == [fact]


def test_members_that_are_only_counted_are_none_and_no_alliances(facts) -> None:
    (found,) = facts(PILOT + "由唐山市人民医院牵头，12家乡镇卫生院参与的医联体已成立。", Consortium)
    assert (found.lead, found.members) == ("唐山市人民医院", ())
    (count,) = facts(PILOT + "由唐山市人民医院牵头，12家乡镇卫生院参与的医联体已成立。", DeclaredCount)
    assert (count.value, count.listed) == (12, None)


def test_a_number_of_alliances_is_no_name_of_one(facts) -> None:
    assert facts(PILOT + "由唐山市人民医院牵头组建医联体5个。", Consortium) == []


@pytest.mark.parametrize("what", ["试点期间的经验", "试点结果", "试点过程"])
def test_what_a_trial_yields_fulfils_no_condition(facts, what: str) -> None:
    assert facts(PILOT + f"{what}可以作为培训教材。", Condition) == []


def test_of_several_alliances_each_may_have_its_lead(facts) -> None:
    text = (
        "卫生健康委开展县域医共体建设试点。德清县组建了2个医共体：一个由德清县人民医院牵头，新市镇卫生院、禹越镇卫生院等9家乡镇卫生院为成员；"
        "另一个由德清县中医院牵头，联合钟管镇卫生院和洛舍镇卫生院。"
    )
    assert [(one.lead, one.members) for one in facts(text, Consortium)] == [
        ("德清县人民医院", ("新市镇卫生院", "禹越镇卫生院")),
        ("德清县中医院", ("钟管镇卫生院", "洛舍镇卫生院")),
    ]


def test_alliances_may_stand_in_a_list_with_those_who_lead_them(facts) -> None:
    text = (
        "教育部开展智慧校园建设试点。首批3个联合体（浙江甲集团有限公司牵头的课堂联合体、江苏乙集团有限公司牵头的平台联合体，"
        "以及由安徽丙集团有限公司牵头，合肥大学参与的数据联合体）不再申报。"
    )
    assert [(one.name, one.lead) for one in facts(text, Consortium)] == [
        ("课堂联合体", "浙江甲集团有限公司"),
        ("平台联合体", "江苏乙集团有限公司"),
        ("数据联合体", "安徽丙集团有限公司"),
    ]


def test_conditions_may_be_circumstances_one_of_which_is_enough(facts) -> None:
    text = PILOT + "符合下列情形之一的县可优先申报下一批试点：学校达到国家标准的；已实现一体化管理的。"
    assert [one.text for one in facts(text, Condition)] == ["学校达到国家标准的", "已实现一体化管理的"]

import pytest

from build_graph.extract.agencies import agency_mentions, full_name
from build_graph.model import Issuer, PolicyDocument
from build_graph.parse.spans import Span
from build_graph.tables import table

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
        (f"2021年，教育部会同12个部门启动了{PILOT}。", ["教育部"]),
        (f"四川省教育厅上个月批了我们这个{PILOT}。", ["四川省教育厅"]),
        (f"人民银行杭州中心支行选定湖州银行、安吉农商银行开展{PILOT}。", ["人民银行杭州中心支行"]),
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
        f"开展{PILOT}，到2030年全部建成。名单申请省政府同意后公布。",
        f"开展{PILOT}，到2030年全部建成。方案提请市政府批准。",
    ],
)
def test_a_body_that_only_receives_honours_or_reports_is_none(facts, text: str) -> None:
    assert facts(text, Issuer) == []


@pytest.mark.parametrize("through", ["经", "报请", "征得", "市教育局报请"])
def test_a_body_whose_consent_is_asked_for_is_named_without_what_asks_for_it(facts, through: str) -> None:
    assert names(facts(f"{through}省政府同意，决定开展{PILOT}，到2030年全部建成。", Issuer)) == ["省政府"]


@pytest.mark.parametrize("before", ["", "配合", "为认真贯彻落实好", "昨天，", "时任"])
def test_only_a_division_that_is_one_stands_in_the_name_of_its_body(before: str) -> None:
    for name in (
        "江西省教育厅",
        "省教育厅",
        "景德镇市教育局",
        "苏州工业园区教育局",
        "国家市场监督管理总局",
        "江西省人民政府",
    ):
        text = f"{before}{name}开展{PILOT}"
        assert [mention.name for mention in agency_mentions(text, Span(0, len(text)))] == [name], text


def test_a_local_body_whose_consent_a_paper_has_is_an_issuer(facts) -> None:
    text = f"《{PILOT}方案》已经市政府同意，现印发给你们，请认真组织实施。"
    assert names(facts(text, Issuer)) == ["市政府"]
    signed = "宜宾市人民政府办公室\n2025年3月2日\n"
    assert names(facts(text + f"\n{signed}", Issuer)) == ["宜宾市人民政府办公室"]


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


# --- bodies in every position ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("教育部、中央某某工作部门局近日联合印发智慧校园建设试点通知。", ["教育部", "中央某某工作部门局"]),
        ("中国教育部15日在某地举行的活动上发布智慧校园建设试点名单。", ["中国教育部"]),
        ("教育部等11部门近日联合印发智慧校园建设试点通知。", ["教育部"]),
        ("全国人大常委会第十四次会议作出开展智慧校园建设试点的决定。", ["全国人大常委会"]),
        ("教育部在京召开智慧校园建设试点工作推进会。", ["教育部"]),
        ("根据财政部《关于开展智慧校园建设试点的通知》，制定方案。", ["财政部"]),
        ("根据《财政部办公厅关于开展智慧校园建设试点的通知》，制定方案。", ["财政部办公厅"]),
        ("甘肃省某某服务管理局决定开展智慧校园建设试点。", ["甘肃省某某服务管理局"]),
        ("教育部基础教育司公示智慧校园建设试点名单。", ["教育部基础教育司"]),
        ("今年5月，教育部、财政部将全国16个县批准为智慧校园建设试点县。", ["教育部", "财政部"]),
        (
            "经国务院智慧校园工作协调小组审议批准，确定了智慧校园建设试点城市。",
            ["国务院智慧校园工作协调小组"],
        ),
        ("全国爱卫办正式印发智慧校园建设试点通知。", ["全国爱卫办"]),
        ("根据省教育厅等九部门《关于开展智慧校园建设试点的通知》，制定方案。", ["省教育厅"]),
        ("教育部制定了智慧校园建设试点方案。", ["教育部"]),
        ("国务院常务会议同意在部分城市开展智慧校园建设试点。", ["国务院"]),
        ("教育部会同有关部门从课堂入手，首次开展智慧校园建设试点。", ["教育部"]),
        ("教育部办公厅财政部办公厅关于开展智慧校园建设试点的通知", ["教育部办公厅", "财政部办公厅"]),
        ("江西省委网信办、江西省教育厅等部门于今年初联合开展智慧校园建设试点。", ["江西省委网信办", "江西省教育厅"]),
        ("黄河水利委员会、太湖流域管理局批复了智慧校园建设试点方案。", ["黄河水利委员会", "太湖流域管理局"]),
        ("校舍改造工作部际联席会议办公室启动智慧校园建设试点。", ["校舍改造工作部际联席会议办公室"]),
        ("近日，校园网络规划工作小组公布智慧校园建设试点名单。", ["校园网络规划工作小组"]),
    ],
)
def test_a_body_acts_in_many_ways(facts, text: str, expected: list[str]) -> None:
    assert [issuer.name for issuer in facts(text, Issuer)] == expected


@pytest.mark.parametrize(
    "body",
    ["16个城市人民政府", "各市人民政府", "3个县政府", "各省、自治区、直辖市人民政府", "成立校园网络工作领导小组"],
)
def test_bodies_in_general_and_those_that_are_set_up_are_none(facts, body: str) -> None:
    text = f"教育部启动{PILOT}。{body}，组织开展{PILOT}。{body}决定开展{PILOT}。聊城市人民政府组织开展{PILOT}。"
    assert names(facts(text, Issuer)) == ["教育部", "聊城市人民政府"]


def test_what_a_body_does_as_a_noun_makes_it_no_issuer(facts) -> None:
    found = facts("根据国务院部署，教育部决定开展智慧校园建设试点。", Issuer)
    assert [issuer.name for issuer in found] == ["教育部"]


def test_bodies_that_sign_above_a_date_are_issuers(facts) -> None:
    text = "关于公布智慧校园建设试点学校的通知\n现公布智慧校园建设试点学校，请各地认真落实，按时报送材料。\n教育部 财政部\n2023年6月26日"
    assert [issuer.name for issuer in facts(text, Issuer)] == ["教育部", "财政部"]


def test_a_body_and_its_general_office_act_as_one(facts) -> None:
    text = (
        "教育部等八部门发布智慧校园建设试点通知\n教育部办公厅印发通知，部署智慧校园建设试点，请认真落实，按时报送材料。"
    )
    assert len(facts(text, Issuer)) == 1


def test_the_central_general_offices_are_bodies_of_their_own(facts) -> None:
    text = "国务院决定开展智慧校园建设试点。国务院办公厅印发智慧校园建设试点方案。"
    assert sorted(issuer.name for issuer in facts(text, Issuer)) == ["国务院", "国务院办公厅"]


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("山东省教育厅关于开展智慧校园建设试点的通知\n", "山东省财政厅"),
        ("智慧校园建设试点启动\n来源：宜宾日报 2023年6月10日\n", "宜宾市财政局"),
        (
            "智慧校园建设试点启动\n宜宾市教育局部署智慧校园建设试点，我市10所学校参加，请认真落实，做好宣传。\n",
            "宜宾市财政局",
        ),
    ],
)
def test_the_page_tells_in_many_places_which_division_it_speaks_for(facts, head: str, name: str) -> None:
    found = facts(head + f"{name[2:]}印发智慧校园建设试点通知。", Issuer)
    assert name in [issuer.name for issuer in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("财政部、商务部公布：智慧校园建设试点名单。", ["财政部", "商务部"]),
        (
            "教育部今天（3月2日）通报，从本月起，联合公安部、民政部等5部门开展智慧校园建设试点。",
            ["教育部", "公安部", "民政部"],
        ),
        ("第十一届全国人大常委会第六次会议通过了《关于开展智慧校园建设试点的决定》。", ["全国人大常委会"]),
        (
            "某领导主持召开中央全面深化改革委员会第三次会议。会议审议通过了《关于开展智慧校园建设试点的意见》。",
            ["中央全面深化改革委员会"],
        ),
        ("湖北省民政厅宣布，开展智慧校园建设试点。", ["湖北省民政厅"]),
    ],
)
def test_a_body_acts_before_a_colon_through_others_and_in_session(facts, text: str, expected: list[str]) -> None:
    assert names(facts(text + "到2030年，全部建成。", Issuer)) == expected


def test_a_body_that_signs_tells_which_division_the_page_speaks_for(facts) -> None:
    text = "省教育厅关于公布智慧校园建设试点学校的通知\n到2030年，全部建成。\n江西省教育厅\n2022年3月1日"
    assert names(facts(text, Issuer)) == ["江西省教育厅"]


def test_the_data_of_a_page_name_its_issuer(facts) -> None:
    text = "关于做好智慧校园建设试点工作的通知\n发布单位：上海市教育局\n到2030年，全部建成。"
    assert names(facts(text, Issuer)) == ["上海市教育局"]


def test_who_stamps_for_another_body_signs_with_it(facts) -> None:
    text = (
        "关于做好智慧校园建设试点工作的通知\n到2030年，全部建成，形成制度。\n"
        "上海市智慧校园建设联席会议办公室\n（上海市教育局代章）\n2022年12月29日"
    )
    assert "上海市智慧校园建设联席会议办公室" in names(facts(text, Issuer))


def test_a_notice_behind_a_report_names_its_body(facts) -> None:
    text = "到2030年，智慧校园建设试点全部建成。\n灵山县教育局关于印发智慧校园建设试点方案的通知"
    assert names(facts(text, Issuer)) == ["灵山县教育局"]


@pytest.mark.parametrize("laid_down", ["部署", "统一部署", "工作安排", "决定"])
def test_who_laid_down_the_program_that_a_page_carries_out_issued_it(facts, laid_down: str) -> None:
    text = f"根据教育部、财政部关于开展智慧校园建设试点的{laid_down}，现就做好有关工作制定如下方案。"
    assert names(facts(text, Issuer)) == ["教育部", "财政部"]


def test_who_laid_down_something_else_did_not(facts) -> None:
    text = "教育部启动智慧校园建设试点。\n根据财政部关于厉行节约过紧日子的部署，从严控制经费。"
    assert names(facts(text, Issuer)) == ["教育部"]


def test_every_body_of_the_table_is_read_by_each_of_its_names() -> None:
    for row in table("build_graph.extract", "agencies"):
        forms = row["forms"].split(" ")
        assert row["name"] in forms
        for form in forms:
            (found,) = agency_mentions(form, Span(0, len(form)))
            assert (found.identity, found.span) == (row["name"], Span(0, len(form)))


@pytest.mark.parametrize("city", ["上海市", "昆山市", "苏州市"])
def test_the_government_of_a_city_is_that_of_the_city_which_the_page_speaks_for(facts, city: str) -> None:
    text = f"{city}人民政府关于开展智慧校园建设试点的通知\n各学校：\n市教育局、市政府决定开展智慧校园建设试点。"
    assert set(names(facts(text, Issuer))) == {f"{city}人民政府", f"{city}教育局"}


def test_bodies_of_one_city_that_stand_beside_each_other_are_all_of_that_city(facts) -> None:
    text = "发布单位：上海市教育局\n智慧校园建设试点启动\n市教育局、市智慧教育推进委近日开展智慧校园建设试点。"
    assert "上海市智慧教育推进委" in names(facts(text, Issuer))


def test_a_title_that_lost_the_break_behind_its_number_is_that_of_the_notice(facts) -> None:
    title = "教育部办公厅关于组织开展智慧校园建设试点工作的通知"
    text = f"教育部办公厅文件教办〔2025〕91 号{title}\n各省教育厅：\n为推进智慧校园建设试点，现通知如下。"
    assert names(facts(text, Issuer)) == ["教育部办公厅"]
    assert [document.title for document in facts(text, PolicyDocument)] == [title]


@pytest.mark.parametrize(
    "text",
    [
        "教育部、财政部按照《关于组织开展智慧校园建设试点的通知》要求，在各地申报基础上，经专家评审，确定杭州市为试点城市。",
        "教育部、财政部根据各地申报情况，确定杭州市为智慧校园建设试点城市。",
        "教育部、财政部网站公布智慧校园建设试点城市名单。",
        "教育部、财政部2027年起将分批开展智慧校园建设试点工作。",
        "教育部、财政部从2027年起分批开展智慧校园建设试点工作。",
    ],
)
def test_what_a_body_goes_by_may_stand_before_what_it_does(facts, text: str) -> None:
    assert set(names(facts(text, Issuer))) == {"教育部", "财政部"}


@pytest.mark.parametrize(
    "text",
    [
        "财政部为各地提供资金支持，确定的智慧校园建设试点城市已开工。",
        "公安部为打击电信诈骗，开展专项行动。",
        "交通运输部根据气象预报，发布暴雨预警。",
        "国家卫生健康委新增确诊病例10例。",
        "国家统计局网站发布居民消费价格。",
    ],
)
def test_who_goes_by_something_and_does_something_else_is_no_issuer(facts, text: str) -> None:
    assert facts(f"智慧校园建设试点启动\n{text}", Issuer) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("中共中央、国务院9月印发《智慧校园建设试点纲要》。", ["中共中央", "国务院"]),
        ("教育部将遴选部分学校开展智慧校园建设试点。", ["教育部"]),
        ("教育部、财政部昨天正式授牌，确定甲校为智慧校园建设试点。", ["教育部", "财政部"]),
        ("教育部早在2012年1月即批复开展智慧校园建设试点。", ["教育部"]),
        ("教育部继续开展智慧校园建设试点。", ["教育部"]),
        ("教育部牵头并会同有关部门出台了《智慧校园建设试点办法》。", ["教育部"]),
        ("经县级申报、省级推荐、教育部和财政部审核，确定25个县开展智慧校园建设试点。", ["教育部", "财政部"]),
        ("经全国人大常委会授权，在全国选取30个县开展智慧校园建设试点。", ["全国人大常委会"]),
    ],
)
def test_what_stands_between_a_body_and_its_act(facts, text: str, names: list[str]) -> None:
    assert [issuer.name for issuer in facts(text, Issuer)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("经教育部批准，杭州市成为智慧校园建设试点城市。", ["教育部"]),
        ("经中央改革办同意、教育部批复，杭州市被列为智慧校园建设试点城市。", ["教育部"]),
        ("教育部将会同有关部门，对各校开展智慧校园建设试点评估。", ["教育部"]),
        ("今年，教育部进一步明确智慧校园建设试点两大方向。", ["教育部"]),
        ("经教育部批准，杭州市举办运动会，智慧校园建设试点学校参加。", []),
        ("智慧校园建设试点是教育部部署的重大民生工程。", []),
    ],
)
def test_who_consents_to_a_unit_acts_and_who_is_praised_does_not(facts, text: str, names: list[str]) -> None:
    assert [issuer.name for issuer in facts(f"智慧校园建设试点启动\n{text}", Issuer)] == names


def test_bodies_stand_apart_from_the_rest_of_their_title(facts) -> None:
    text = "杭州市教育局 中共杭州市委社会工作部 杭州市财政局 关于印发智慧校园建设试点实施方案的通知\n\n各区：\n请认真执行。"
    assert {issuer.name for issuer in facts(text, Issuer)} == {"杭州市教育局", "中共杭州市委社会工作部", "杭州市财政局"}


def test_the_government_of_a_city_that_is_named_in_the_middle_of_a_clause_is_that_of_this_city(facts) -> None:
    text = "新乡市智慧校园建设试点启动\n按照长垣市政府印发的《智慧校园建设试点实施方案》，学校已开工。"
    assert "长垣市政府" in [issuer.name for issuer in facts(text, Issuer)]
    assert "新乡市政府" not in [issuer.name for issuer in facts(text, Issuer)]


def test_bodies_that_sign_may_stand_wide_apart(facts) -> None:
    text = (
        "关于开展智慧校园建设试点的通知\n各市：\n现通知如下。\n"
        "河北省教育厅  中共河北省委机构编制委员会办公室  河北省财政厅\n2024年4月9日"
    )
    names = {issuer.name for issuer in facts(text, Issuer)}
    assert names == {"河北省教育厅", "中共河北省委机构编制委员会办公室", "河北省财政厅"}


def test_what_a_body_does_accordingly_it_does_itself(facts) -> None:
    text = "济南市智慧校园建设试点启动\n济南市政府据此印发了《济南市智慧校园建设试点管理办法》。"
    assert [issuer.name for issuer in facts(text, Issuer)] == ["济南市政府"]


def test_bodies_of_an_autonomous_region_may_be_named_by_its_level(facts) -> None:
    text = "自治区教育厅 自治区财政厅关于开展智慧校园建设试点的通知\n广西壮族自治区教育厅\n2024年5月6日"
    names = [issuer.name for issuer in facts(text, Issuer)]
    assert names == ["广西壮族自治区教育厅", "广西壮族自治区财政厅"]


def test_what_a_body_has_to_lay_down_by_a_date_it_has_not_issued(facts) -> None:
    text = "襄阳市开展智慧校园建设试点。2030年10月底前，襄阳市财政局出台补助办法。"
    assert facts(text, Issuer) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "日前，教育部、财政部联合印发《关于开展智慧校园建设试点的通知》。",
        "教育部、财政部对智慧校园建设试点作出安排。",
        "由教育部、财政部牵头实施的智慧校园建设试点正式启动。",
        "教育部、财政部全面推开智慧校园建设试点。",
    ],
)
def test_a_body_may_issue_arrange_carry_out_or_spread(facts, sentence: str) -> None:
    text = f"智慧校园建设试点启动\n{sentence}\n到2030年，覆盖率达到90%。"
    assert {issuer.name for issuer in facts(text, Issuer)} == {"教育部", "财政部"}


def test_the_data_of_a_page_may_name_several_issuers(facts) -> None:
    for mark in ("、", " ", "，"):
        page = f"关于开展智慧校园建设试点的通知\n发文机关：{mark.join(('教育部', '财政部', '民政部'))}\n请认真执行。"
        assert {issuer.name for issuer in facts(page, Issuer)} == {"教育部", "财政部", "民政部"}


@pytest.mark.parametrize("body", ["浙江省委金融办", "松滋市委办公室", "中国人民银行浙江省分行"])
def test_bodies_of_the_party_and_branches_of_the_bank_issue(facts, body: str) -> None:
    found = facts(f"浙江省教育厅、{body}印发智慧校园建设试点方案。", Issuer)
    assert [issuer.name for issuer in found] == ["浙江省教育厅", body]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"3月2日\n教育部、财政部\n联合印发《关于开展{PILOT}的通知》", ["教育部", "财政部"]),
        (f"教育部\n财政部\n近日启动{PILOT}", ["教育部", "财政部"]),
        (f"去年9月，四川省教育厅定了一批{PILOT}。", ["四川省教育厅"]),
        (f"根据四川省高级人民法院3月2日下发的通知，{PILOT}由甲法院先行。", ["四川省高级人民法院"]),
        (f"汶上县委、县政府印发《{PILOT}方案》。", ["汶上县委", "县政府"]),
        (f"{PILOT}的有关事项通知如下。\n四川省教育厅 2030年5月6日", ["四川省教育厅"]),
        (f"{PILOT}的有关事项通知如下。\n四川省教育厅\n年月日", ["四川省教育厅"]),
        (f"自治区教育厅印发{PILOT}方案。\n宁夏回族自治区教育厅\n2030年5月6日", ["宁夏回族自治区教育厅"]),
    ],
)
def test_bodies_in_broken_lines_courts_and_signatures(facts, text: str, expected: list[str]) -> None:
    assert names(facts(text, Issuer)) == expected


@pytest.mark.parametrize(
    "text",
    [
        f"教育部\n发布时间：2030-05-06\n开展{PILOT}，到2030年全部建成。",
        f"教育部\n\n启动{PILOT}，到2030年全部建成。",
        f"开展{PILOT}，到2030年全部建成。根据四川省高级人民法院下发后的情况，继续完善。",
        f"开展{PILOT}，到2030年全部建成。各县委要重视。",
        f"{PILOT}\n来源 四川省教育厅 2030年5月6日\n到2030年全部建成。",
    ],
)
def test_a_body_beside_other_lines_does_not_act(facts, text: str) -> None:
    assert not facts(text, Issuer)

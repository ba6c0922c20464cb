"""Issuers: bodies that issue, decide, start or lay down, told by the verb that follows them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from build_graph.extract.agencies import AgencyMention, agency_at, agency_mentions, is_central, joined, label
from build_graph.extract.overlaps import touched
from build_graph.extract.policies import is_notice
from build_graph.extract.programs.naming import policy_key, program_key
from build_graph.model import Issuer
from build_graph.parse.spans import Span
from build_graph.tables import either, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from build_graph.extract.programs import Programs
    from build_graph.parse.reading import Reading
    from build_graph.places import Place

_OFFICE = re.compile(r"(?:办公厅|办公室)$")
_Said = tuple[AgencyMention, str]  # where a body is named, and the rule that tells that it acts
_MANY = re.compile(r"(?:等[\d一二三四五六七八九十两]{1,3}个?(?:部门|部委|单位))?")
_ANOTHER = re.compile(r"[、，；/\s]+")
_STAMP = re.compile(r"（[^（）]{2,24}代?章）")
_DATE_LINE = re.compile(r"(?:(?:19|20)\d{2}\s*年\s*\d{1,2}\s*月\s*\d{1,2}|年月)\s*日")
"""The last line of a document, perhaps without the digits that its page has lost."""
_SIGNED_LINE = re.compile(rf"(?P<bodies>[一-鿿、 ]{{4,60}}?)\s*{_DATE_LINE.pattern}")
_PAPER = re.compile("的[^，。；《》]{0,12}?(?:通知|批复|意见|方案|文件|公告|函)")
"""根据某院下发的通知: what a body has issued, told without its title."""
_BEFORE_TITLE = 60  # code points before the title of a document among which its bodies stand
_TOP = 12  # lines at the top of a page among which stand its own data
_SCOPE = r"(?:在[^，。]{1,30}?)?(?:组织)?"
_SESSION = re.compile(r"(?:第[一-鿿\d]{1,4}次(?:全体)?|常务)会议")
_TITLE = re.compile(r"《[^《》\n]{4,90}》")
_GOES_ON = re.compile(r"\s+关于")
"""A title that is broken after its bodies goes on in the next line, or behind a space."""
_RHETORIC = re.compile("的(?:一项|一件|重大|重要|重点)")
"""是国务院部署的重大工程: what is said of a reform to praise it."""
_DUE = re.compile(r"(?:[年月][底末初]?|[底末]|\d日)(?:之前|以前|前)，\Z")
"""2030年10月底前，某局出台…: what a body has to do until then; 日前 is lately."""
_DATE = 12  # code points before a body in which a date ends until which it has to do something
_NO_LETTER = re.compile(r"[\s、]")
_CONSENTS = (
    r"(?:审议|研究)?(?:批准|批复|审定|同意|研究|通过|审核|审查|评审|评定)"
    r"(?:、[^，。、]{2,20}?(?:批准|批复|同意|审定))?，"
)
_APPROVES = re.compile(
    r"授权，(?:在[^，。]{1,12}?)?(?:选取|选择|开展)"
    rf"|{_CONSENTS}(?:现?决定|现?确定|同意|批准|现[^，。；]{{0,40}}?(?:印发|公布|发布))"
)
_ARRANGES = re.compile(r"关于[^，。；《》]{4,60}?的(?:统一|工作|决策|有关|总体)*(?:部署|安排|要求|决定)")
"""What somebody else has laid down, and a page carries out."""
_BASIS = (
    r"(?:按照|按|根据|依据|依照|为)(?:《[^《》]{4,90}》|[^《》，。；]){2,60}，"
    r"(?:(?:在|经|通过|结合|综合|并|组织)(?:《[^《》]{4,90}》|[^《》，。；]){2,60}，){0,4}"
)
"""某部按照《…》要求，在各地申报基础上，经专家评审，确定…: what a body goes by before it acts."""
_PASSES = re.compile(r"会议(?:还|并|上)?(?:审议|研究|讨论|表决)?(?:并|后)?(?:原则)?(?:通过|批准|决定|同意)")


@cache
def _adverbs() -> str:
    """What may stand between a body and what it does: 近日, 等五部门, 8月30日, 自即日起."""
    word = either(__package__, "agency_words", "adverb")
    many = r"等?[\d一二三四五六七八九十两]{0,3}个?(?:部门|部委|单位)|等\S{0,3}部门"
    when = (
        r"于?(?:\d{1,2}月)?\d{1,2}日|于?\d{1,2}月(?!\d)|于?(?:今|去|\d{4})年?(?:初|底|\d{1,2}月)?"
        r"|第[一-鿿\d]{1,4}次会议|(?:[自从][^，。]{2,12}|\d{4}年(?:\d{1,2}月)?)起"
    )
    beside = (
        r"(?:牵头，?)?(?:并|，)?会同(?:相关|有关|多个|其他|[\d一二三四五六七八九十]{1,3}个?)?(?:部门|部委|单位|方面)"
        r"(?:，?对[^，。；]{2,40}?(?=开展|组织))?"
        r"|从[^，。]{2,14}入手，"
    )
    return rf"(?:{word}|{many}|{when}|{beside}|（[^）]*）)*"


@cache
def _acts() -> re.Pattern[str]:
    issues = either(__package__, "agency_words", "issues")
    rules = either(__package__, "agency_words", "rules")
    makes = either(__package__, "agency_words", "makes")
    site, adds = either(__package__, "agency_words", "site"), either(__package__, "agency_words", "adds")
    return re.compile(
        rf"{_adverbs()}{_SCOPE}(?:(?P<issues>{issues})|(?P<rules>{rules}))+"
        rf"|{_adverbs()}[将把][^，。；]{{2,40}}?{makes}"
        rf"|(?P<loose>(?:{site}|{_adverbs()}{_BASIS}){_adverbs()}{issues}(?!的)|{_adverbs()}{adds})"
        rf"|{_adverbs()}[对就][^，。；]{{2,40}}?[作做]出了?(?:总体|专门|具体|全面|统一)?(?:部署|安排|规定)"
        rf"|(?:牵头|组织|主导|发起)(?:组织)?(?:实施|开展|推进|推动)的(?=[^，。；]{{2,40}}?(?:试点|改革))"
        rf"|(?:在[^，。]{{1,12}}?)?召开[^，。]{{2,30}}(?:推进会|部署会|动员会|启动会|启动仪式|现场会)"
        rf"|(?:全体|常务)会议，?(?:研究|审议|讨论)?(?:并|后)?(?:原则)?(?:决定|同意|批准|通过|确定|部署)"
        rf"|关于《[^》]{{4,60}}》的{either(__package__, 'policy_words', 'kind')}"
        rf"|(?:等[一-鿿]{{0,4}}(?:部门|单位))?(?P<title>关于)"
    )


def issuers(reading: Reading, programs: Programs, home: tuple[Place, ...]) -> list[Issuer]:
    """Return the issuers of a document's programs, one for each body and program."""
    found: dict[tuple[str, str], list[_Said]] = {}
    for mention, program, rule in _told(reading, programs, home):
        found.setdefault((mention.identity, program), []).append((mention, rule))
    found = _with_offices(_about_the_program(reading, programs, _with_division(found)))
    names = _fullest_names(mention for said in found.values() for mention, _ in said)
    return [_issuer(reading, names[body], said, program) for (body, program), said in found.items()]


def _told(reading: Reading, programs: Programs, home: tuple[Place, ...]) -> Iterator[tuple[AgencyMention, str, str]]:
    """Yield the bodies that act, in sentences and elsewhere on the page, with the program and the rule of each."""
    if programs.main is None:
        return
    main = programs.main.name
    named = [(sentence, list(agency_mentions(reading.text, sentence, home))) for sentence in reading.sentences]
    for sentence, mentions in named:
        if not mentions or reading.in_profile(sentence):
            continue
        program = programs.at(sentence) or main
        for mention, rule in _acting(reading, programs, sentence, mentions):
            yield mention, program, rule
    for find, rule in _ACROSS:
        yield from ((mention, program, rule) for mention, program in find(reading, programs, named))
    yield from ((mention, main, "issuer-signs") for mention in _signed(reading, home))
    yield from ((mention, main, "issuer-labelled") for mention in _labelled(reading, home))
    yield from ((mention, main, "issuer-of-document") for mention in _of_documents(reading, programs, home))


def _about_the_program(
    reading: Reading, programs: Programs, found: dict[tuple[str, str], list[_Said]]
) -> dict[tuple[str, str], list[_Said]]:
    """Where a body issues the program, one that only lays something down does so where the program is named."""
    if not any(rule != "issuer-rules" for said in found.values() for _, rule in said):
        return found
    mentions = [mention.span for mention in programs.mentions]
    named = sorted({sentence for mention in mentions for sentence in touched(reading.sentences, mention)})
    return {
        key: said
        for key, said in found.items()
        if any(rule != "issuer-rules" or touched(named, mention.span) for mention, rule in said)
    }


def _with_division(found: dict[tuple[str, str], list[_Said]]) -> dict[tuple[str, str], list[_Said]]:
    """自治区教育厅 and, in the signature, 甲自治区教育厅: the body that names its division is the one that does not."""
    joined: dict[tuple[str, str], list[_Said]] = {}
    for (body, program), said in found.items():
        is_short = body.startswith(words(__package__, "agency_words", "level"))
        full = (other for other, of in found if is_short and of == program and other != body and other.endswith(body))
        joined.setdefault((next(full, body), program), []).extend(said)
    return joined


def _with_offices(found: dict[tuple[str, str], list[_Said]]) -> dict[tuple[str, str], list[_Said]]:
    """A body and its general office that one document names for one program act as one.

    The office acts where the body only consents: 经市政府同意，现印发, signed by its office.
    """
    consents = {key for key, said in found.items() if all(rule == "issuer-approves" for _, rule in said)}
    bodies = {key: (_OFFICE.sub("", key[0]), key[1]) for key in found}
    with_office = {body for key, body in bodies.items() if body != key}
    joined: dict[tuple[str, str], list[_Said]] = {}
    for key, said in found.items():
        body = bodies[key]
        acts = body in found and body not in consents and not is_central(body[0])
        if key not in consents & with_office:
            joined.setdefault(body if acts else key, []).extend(said)
    return joined


def _fullest_names(mentions: Iterable[AgencyMention]) -> dict[str, str]:
    """One body has one name in a document: the fullest of its forms there."""
    names: dict[str, str] = {}
    for mention in mentions:
        names[mention.identity] = max(names.get(mention.identity, ""), mention.name, key=len)
    return names


def _acting(reading: Reading, programs: Programs, sentence: Span, mentions: list[AgencyMention]) -> list[_Said]:
    text = reading.text
    acting: list[_Said] = []
    groups = joined(text, mentions)
    for group, clause in zip(groups, _clauses_before(text, sentence, groups), strict=True):
        begin, end = group[0].span, group[-1].span.end
        through = words(__package__, "agency_words", "through")
        has_consent = text.endswith(through, *clause) or (
            text.startswith(through, *clause) and text[begin.start - 1] == "、"
        )
        consents = has_consent and _APPROVES.match(text, end) and not is_central(group[0].identity)
        if consents or (has_consent and _approves_units().match(text, end, sentence.end)):
            acting += [(mention, "issuer-approves") for mention in group]
            continue
        if _is_told_of(text, clause) or _DUE.search(text, max(sentence.start, begin.start - _DATE), begin.start):
            continue
        act = _acts().match(text, end, sentence.end)
        if act is None and _heads_title(reading, begin) and _GOES_ON.match(text, end):
            acting += [(mention, "issuer-acts") for mention in group]
        elif act and not _is_nominal(act, clause):
            if (act["title"] and not _heads_title(reading, begin)) or (
                act["loose"] and not _speaks_of_trial(reading, programs, sentence)
            ):
                continue
            rule = "issuer-rules" if act["rules"] else "issuer-acts"
            leads = groups[0] if text.endswith("联合", *clause) and groups[0][0].span.start == sentence.start else []
            acting += [(mention, rule) for mention in (*leads, *group)]
    return acting


@cache
def _approves_units() -> re.Pattern[str]:
    """经某部批准，甲县成为X试点县."""
    gets = "|".join(either("build_graph.extract.units", "unit_words", kind) for kind in ("becomes", "gets"))
    return re.compile(rf"{_CONSENTS}[^，。；]{{2,40}}?(?:{gets})[^。；]{{0,40}}?(?:试点|试验|示范|先行)")


def _speaks_of_trial(reading: Reading, programs: Programs, sentence: Span) -> bool:
    """Tell whether a sentence names a program or a trial: bodies go by many things when they do something else."""
    return "试点" in reading.slice(sentence) or bool(programs.named_in(sentence))


def _clauses_before(text: str, sentence: Span, groups: list[list[AgencyMention]]) -> Iterator[Span]:
    """Yield for each group of bodies what its clause says before it."""
    start = position = sentence.start
    for group in groups:
        end = group[0].span.start
        start = max(start, text.rfind("，", position, end) + 1)
        yield Span(start, end)
        position = end


def _is_told_of(text: str, clause: Span) -> bool:
    """Tell whether the words right before a body say that somebody else acts: 向, 会同."""
    end = clause.end - len("根据") * text.endswith("根据", *clause)
    return any(
        text.endswith(words(__package__, "agency_words", kind), clause.start, end) for kind in ("not_issuer", "asks")
    )


def _in_session(
    reading: Reading, programs: Programs, named: list[tuple[Span, list[AgencyMention]]]
) -> Iterator[tuple[AgencyMention, str]]:
    """A body that meets (某委员会第八次会议) and, in a later sentence, passes what names a program (会议通过《…》)."""
    meets: AgencyMention | None = None
    for sentence, mentions in named:
        if meets and _PASSES.match(reading.text, sentence.start):
            for program in programs.named_in(sentence):
                yield meets, program
        meeting = [mention for mention in mentions if _SESSION.match(reading.text, mention.span.end)]
        meets = meeting[-1] if meeting else meets


def _arranging(
    reading: Reading, programs: Programs, named: list[tuple[Span, list[AgencyMention]]]
) -> Iterator[tuple[AgencyMention, str]]:
    """根据某部关于开展X试点的部署: the bodies that arranged the program, which the page carries out."""
    for sentence, mentions in named:
        for group in joined(reading.text, mentions):
            laid_down = _ARRANGES.match(reading.text, group[-1].span.end, sentence.end)
            for program in programs.named_in(Span(*laid_down.span())) if laid_down else ():
                yield from ((mention, program) for mention in group)


def _above_their_verb(
    reading: Reading, programs: Programs, named: list[tuple[Span, list[AgencyMention]]]
) -> Iterator[tuple[AgencyMention, str]]:
    """某部、某委 / 联合印发《…》: bodies that fill the lines above one that begins with what they do."""
    above: list[AgencyMention] = []
    for sentence, mentions in named:
        if above and reading.text.count("\n", above[-1].span.end, sentence.start) > 1:
            above = []
        if mentions and not _uncovered(reading, sentence, mentions):
            above = [*above, *mentions]
            continue
        program = _program_begun(reading, programs, sentence) if above else None
        yield from ((mention, program) for mention in above if program)
        above = []


def _program_begun(reading: Reading, programs: Programs, sentence: Span) -> str | None:
    """The program of a line that begins with a verb of issuing and names a paper or a trial, else None."""
    act = _acts().match(reading.text, *sentence)
    if programs.main is None or act is None or not act["issues"] or act["loose"]:
        return None
    if "《" not in reading.slice(sentence) and not _speaks_of_trial(reading, programs, sentence):
        return None
    return programs.at(sentence) or programs.main.name


def _labelled(reading: Reading, home: tuple[Place, ...]) -> Iterator[AgencyMention]:
    """The bodies that the data at the top of a page name as its issuers: 发布单位：某市教育局、某市财政局."""
    for line in reading.lines[:_TOP]:
        for found in label().finditer(reading.text, *line.span):
            at: int | None = found.end()
            while at is not None and (mention := agency_at(reading.text, Span(at, line.span.end), home)):
                yield mention
                mark = _ANOTHER.match(reading.text, mention.span.end, line.span.end)
                at = mark.end() if mark else None


def _signed(reading: Reading, home: tuple[Place, ...]) -> Iterator[AgencyMention]:
    """Bodies that fill the lines above a line with nothing but a date, or stand before it: who signs a document."""
    for last, line in enumerate(reading.lines):
        if not line.text.endswith("日"):
            continue
        if not _DATE_LINE.fullmatch(line.text):
            yield from _before_date(reading, last, home)
            continue
        for above in map(reading.lines.__getitem__, range(last - 1, -1, -1)):
            if _STAMP.fullmatch(above.text):
                continue
            mentions = list(agency_mentions(reading.text, above.span, home))
            if not mentions or _uncovered(reading, above.span, mentions):
                break
            yield from mentions


def _before_date(reading: Reading, number: int, home: tuple[Place, ...]) -> list[AgencyMention]:
    """The bodies of a line 某市教育局 2030年5月6日, below a line of running text."""
    line = reading.lines[number]
    signed = _SIGNED_LINE.fullmatch(line.text)
    if signed is None or not number or not reading.lines[number - 1].text.endswith("。"):
        return []
    bodies = Span(line.span.start, line.span.start + signed.end("bodies"))
    mentions = list(agency_mentions(reading.text, bodies, home))
    return mentions if mentions and not _uncovered(reading, bodies, mentions) else []


def _uncovered(reading: Reading, line: Span, mentions: list[AgencyMention]) -> bool:
    """Something else than bodies stands in a line."""
    covered = sum(mention.span.end - mention.span.start for mention in mentions)
    return covered < len(_NO_LETTER.sub("", reading.slice(line)))


def _is_nominal(act: re.Match[str], clause: Span) -> bool:
    """根据国务院部署: what the body does is a noun here; 根据教育部印发的《…》 says that it issued something."""
    if _RHETORIC.match(act.string, act.end()):
        return True
    led = act.string.startswith(words(__package__, "agency_words", "nominal"), *clause)
    names_paper = act.string.startswith(("的《", "《"), act.end()) or (
        act["issues"] and _PAPER.match(act.string, act.end())
    )
    return led and not act["title"] and not names_paper


def _of_documents(reading: Reading, programs: Programs, home: tuple[Place, ...]) -> Iterator[AgencyMention]:
    """Bodies of a document on the program: 财政部《关于开展X试点的通知》, 《教育部关于开展X试点的通知》."""
    if programs.main is None:
        return
    policies = {policy_key(name) for name in (programs.main.name, *programs.main.aliases)}
    for title in _TITLE.finditer(reading.text):
        if not any(policy in program_key(title[0]) for policy in policies):
            continue
        inside = Span(title.start() + 1, title.end())
        head = list(agency_mentions(reading.text, inside, home))
        if head and head[0].span.start == inside.start and "关于" in title[0]:
            yield from joined(reading.text, head)[0]
        before = list(agency_mentions(reading.text, Span(max(0, title.start() - _BEFORE_TITLE), title.start()), home))
        groups = joined(reading.text, before)
        if groups and _MANY.fullmatch(reading.text, groups[-1][-1].span.end, title.start()):
            yield from groups[-1]


def _heads_title(reading: Reading, span: Span) -> bool:
    if any(title.span.start == span.start for title in reading.titles):
        return True
    line = reading.line_at(span.start)
    return line is not None and line.span.start == span.start and is_notice(line.text)


_ACROSS = (
    (_in_session, "issuer-in-session"),
    (_arranging, "issuer-arranges"),
    (_above_their_verb, "issuer-acts"),
)
"""Ways in which a body acts that more than one sentence tell, each with its rule."""


def _issuer(reading: Reading, name: str, said: list[_Said], program: str) -> Issuer:
    return Issuer(
        program=program,
        name=name,
        as_written=reading.written(said[0][0].span),
        passages=tuple(sorted({reading.passage(mention.span) for mention, _ in said})),
        rule=said[0][1],
    )

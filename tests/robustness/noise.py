"""Noise as pages have it: what reposting, scraping and bad decoding do to a text. For the tests only.

A kind of noise is a function of a text and a source of chance that returns edits: they can be applied, and every
character of the clean text keeps its way into the noisy one. Kinds compose: ``make_noisy(text, [a, b], seed)``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from random import Random

from opencc_pyo3 import OpenCC

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace ``start:end`` of a text by ``text``. ``foreign``: what is inserted belongs to the page, not to the text."""

    start: int
    end: int
    text: str
    foreign: bool = False


Noise = Callable[[str, Random], Iterable[Edit]]


@dataclass(frozen=True, slots=True)
class Noisy:
    """A noisy text and the way from the clean one to it."""

    text: str
    starts: tuple[int, ...]
    """Where each clean character begins in the noisy text."""
    ends: tuple[int, ...]
    foreign: tuple[Span, ...] = ()
    """Stretches of the noisy text that are no part of the clean one."""

    def span(self, start: int, end: int) -> Span:
        """Return where a clean span lies in the noisy text; it is empty if nothing of it is left."""
        return (self.starts[start], max(self.starts[start], self.ends[end - 1])) if start < end else (0, 0)


def make_noisy(text: str, noises: Sequence[Noise], seed: int) -> Noisy:
    """Return ``text`` with all noises applied, one after the other. The same seed gives the same text."""
    noisy = Noisy(text, tuple(range(len(text))), tuple(range(1, len(text) + 1)))
    for number, noise in enumerate(noises):
        noisy = _followed_by(
            noisy, sorted(noise(noisy.text, Random(f"{seed} {number}")), key=lambda e: (e.start, e.end))
        )
    return noisy


def _followed_by(noisy: Noisy, edits: Sequence[Edit]) -> Noisy:
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    inserted: list[Span] = []
    at = length = 0

    def keep(stop: int) -> None:
        nonlocal at, length
        starts.extend(range(length, length + stop - at))
        ends.extend(range(length + 1, length + stop - at + 1))
        pieces.append(noisy.text[at:stop])
        length += stop - at
        at = stop

    for edit in edits:
        if edit.start < at:
            continue  # it would overlap the edit before it
        keep(edit.start)
        same = len(edit.text) == edit.end - edit.start
        for place in range(edit.end - edit.start):
            starts.append(length + place if same else length)
            ends.append(length + place + 1 if same else length + len(edit.text))
        if edit.foreign:
            inserted.append((length, length + len(edit.text)))
        pieces.append(edit.text)
        length += len(edit.text)
        at = edit.end
    keep(len(noisy.text))
    moved = [(starts[a], ends[b - 1]) for a, b in noisy.foreign]
    return Noisy(
        "".join(pieces),
        tuple(starts[a] if a < len(starts) else length for a in noisy.starts),
        tuple(ends[b - 1] if b else 0 for b in noisy.ends),
        tuple(sorted([*moved, *inserted])),
    )


def lines_of(text: str) -> Iterator[Span]:
    """Yield the spans of the lines, without their line breaks."""
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


# --- characters ------------------------------------------------------------------------------------------------------

_SEVERAL = "制面系里范复发干台松云于余谷表志准布周采占只注并征升舍家后向万卷当尽杰"
_WRONG = "製麵係裡範複髮幹檯鬆雲於餘穀錶誌準佈週採佔隻註併徵昇捨傢後嚮萬捲噹儘傑"
_WRONG_VARIANTS = dict(zip(_SEVERAL, _WRONG, strict=True))
"""A traditional form for each simplified character that has several: often the wrong one (體製, 麵向, 關係係統)."""


@cache
def _to_traditional() -> OpenCC:
    return OpenCC("s2t")


def traditional(text: str, _: Random) -> Iterator[Edit]:
    """All characters traditional, as a converter of phrases makes them."""
    converted = "\n".join(_to_traditional().convert(line) for line in text.split("\n"))
    return (Edit(at, at + 1, new) for at, (old, new) in enumerate(zip(text, converted, strict=True)) if old != new)


def over_converted(text: str, random: Random) -> Iterator[Edit]:
    """All characters traditional, made one by one: characters with several forms often get the wrong one."""
    right = {edit.start: edit for edit in traditional(text, random)}
    for at, character in enumerate(text):
        wrong = _WRONG_VARIANTS.get(character)
        if wrong and random.random() < 0.6:
            yield Edit(at, at + 1, wrong)
        elif at in right:
            yield right[at]


def sprinkled(text: str, random: Random) -> Iterator[Edit]:
    """Simplified text with a traditional form here and there, left over from a conversion there and back."""
    for edit in over_converted(text, random):
        if random.random() < 0.05:
            yield edit


# --- injected readings -----------------------------------------------------------------------------------------------

_READINGS_TEXT = """
国guó 家jiā 发fā 开kāi 点diǎn 试shì 设shè 建jiàn 县xiàn 省shěng 业yè 务wù 农nóng 医yī 疗liáo 学xué 万wàn 个gè 为wéi
机jī 构gòu 区qū 达dá 网wǎng 络luò 级jí 实shí 现xiàn 时shí 间jiān 关guān 系xì 质zhì 动dòng 运yùn 联lián 认rèn 记jì 报bào
员yuán 领lǐng 导dǎo 组zǔ 织zhī 进jìn 单dān 数shù 据jù 应yīng 费fèi 财cái 监jiān 备bèi 对duì 广guǎng 东dōng 龙lóng 兰lán
产chǎn 划huà 长cháng 资zī 责zé 规guī 将jiāng 强qiáng 调tiáo 门mén 书shū 无wú 养yǎng 积jī 华huá 济jì 庆qìng 苏sū 陕shǎn
辽liáo 宁níng 云yún 贵guì 阳yáng 会huì 处chù 执zhí 总zǒng 补bǔ 优yōu 团tuán 结jié 体tǐ 卫wèi 专zhuān 师shī 课kè 类lèi
"""
_READINGS = {pair[0]: pair[1:] for pair in _READINGS_TEXT.split()}
_TONES = str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ", "aaaaeeeeiiiioooouuuuvvvv")


def _with_readings(text: str, reading: Callable[[str], str], random: Random) -> Iterator[Edit]:
    """Put a reading behind every occurrence of some of the characters, as sites do it: always the same characters."""
    known = "".join(_READINGS)
    back = {edit.text: known[edit.start] for edit in traditional(known, random)}
    chosen = {character for character in _READINGS if random.random() < 0.7}
    for at, character in enumerate(text):
        simplified = back.get(character, character)
        if simplified in chosen:
            yield Edit(at + 1, at + 1, reading(simplified))


def toned_readings(text: str, random: Random) -> Iterator[Edit]:
    """醫(yī)療(liáo): a toned reading behind certain characters."""
    return _with_readings(text, lambda character: f"({_READINGS[character]})", random)


def toneless_readings(text: str, random: Random) -> Iterator[Edit]:
    """医(yi)疗(liao): a reading without its tone."""
    return _with_readings(text, lambda character: f"({_READINGS[character].translate(_TONES)})", random)


def doubled_readings(text: str, random: Random) -> Iterator[Edit]:
    """医(yi)(yi)(yi)疗(liao)(liao): each character its own number of times."""
    times = {character: random.randint(1, 3) for character in _READINGS}
    return _with_readings(text, lambda c: f"({_READINGS[c].translate(_TONES)})" * times[c], random)


# --- numbers, spaces, punctuation ------------------------------------------------------------------------------------

LONG_NUMBER = re.compile(r"\d{3,}")


def stripped_digits(text: str, _: Random) -> Iterator[Edit]:
    """Numbers of three and more digits are gone, also those of years: 到年底, 等个县."""
    return (Edit(*found.span(), "") for found in LONG_NUMBER.finditer(text))


def ideographic_spaces(text: str, random: Random) -> Iterator[Edit]:
    """Indents of two ideographic spaces, a no-break space around numbers, spread titles, blanks at the ends of lines."""
    for number, (start, end) in enumerate(lines_of(text)):
        if start == end or "|" in text[start:end] or "\t" in text[start:end]:
            continue
        yield Edit(
            start, start, random.choice(["\u3000\u3000", "\u3000\u3000", "\u00a0\u00a0\u00a0\u00a0", "  \u3000"])
        )
        for found in re.finditer(r"(?<=[\u4e00-\u9fff])\d+|(?<=，)(?=[\u4e00-\u9fff])", text[start:end]):
            if number and random.random() < 0.15:
                yield Edit(start + found.start(), start + found.start(), random.choice(["\u00a0", " ", "\u3000"]))
        if random.random() < 0.3:
            yield Edit(end, end, random.choice(["\u3000", " \u00a0", "\u2003"]))


def question_marks(text: str, random: Random) -> Iterator[Edit]:
    """Runs of ``?`` where a decoder met no-break spaces: at the edges of cells and as indents."""
    for start, end in lines_of(text):
        line = text[start:end]
        if "|" in line or "\t" in line:
            for cell in re.finditer(r"[^|\t]*[\u4e00-\u9fff][^|\t]*", line):
                stripped = cell[0].strip()
                first = start + cell.start() + cell[0].index(stripped)
                if random.random() < 0.25:
                    yield Edit(first, first, "?" * random.randint(1, 6))
                if random.random() < 0.25:
                    yield Edit(first + len(stripped), first + len(stripped), random.choice(["?", "??", " ????????"]))
        elif line and random.random() < 0.6:
            yield Edit(start, start, random.choice(["????", "??", "?? ?? "]))


def doubled_commas(text: str, random: Random) -> Iterator[Edit]:
    """Half-width punctuation with stuttered commas and stops: 试点,,各地; 完成。。"""
    half = {"，": ",", "：": ":", "；": ";", "（": "(", "）": ")", "？": "?"}
    for at, mark in enumerate(text):
        if mark == "，":
            yield Edit(at, at + 1, random.choice([",", ",,", ",,", "，，"]))
        elif mark in half:
            yield Edit(at, at + 1, half[mark])
        elif mark in "。、" and random.random() < 0.15:
            yield Edit(at, at + 1, mark * 2)


def other_quotation_marks(text: str, random: Random) -> Iterator[Edit]:
    """Straight quotation marks, those of traditional texts, or each the wrong way round."""
    marks = random.choice(['""', "「」", "”“"])
    return (Edit(at, at + 1, marks["“”".index(mark)]) for at, mark in enumerate(text) if mark in "“”")


def points(text: str, _: Random) -> Iterator[Edit]:
    """Half-width punctuation throughout: a point ends a sentence."""
    half = dict(zip("，。：；（）", ",.:;()", strict=True))
    return (Edit(at, at + 1, half[mark]) for at, mark in enumerate(text) if mark in half)


def spread_characters(text: str, _: Random) -> Iterator[Edit]:
    """A space behind each Chinese character, as some readers of scans put it."""
    return (
        Edit(m.end(), m.end(), " ")
        for m in re.finditer(r"[\u4e00-\u9fff，。、：；](?=[\u4e00-\u9fff，。、：；])", text)
    )


def full_width(text: str, random: Random) -> Iterator[Edit]:
    """Full-width digits and percent signs, zero-width spaces and Windows line breaks."""
    for at, character in enumerate(text):
        if character.isascii() and (character.isdigit() or character == "%"):
            yield Edit(at, at + 1, chr(ord(character) + 0xFEE0))
        elif character == "\n":
            yield Edit(at, at + 1, "\r\n")
        elif random.random() < 0.01:
            yield Edit(at, at, random.choice(["\u200b", "\ufeff", "\u200d"]))


_EMOJI = ("📍", "✅", "👉", "🔹", "🎉", "📢", "⭐", "❗", "🌾", "🏥", "▶️", "☑️", "👇🏻")


def emoji(text: str, random: Random) -> Iterator[Edit]:
    """Emoji before lines, behind names of a list, and at the ends of sentences."""
    for start, end in lines_of(text):
        if start == end:
            continue
        if random.random() < 0.3:
            yield Edit(start, start, random.choice(_EMOJI))
        for mark in re.finditer(r"[、。！]", text[start:end]):
            if random.random() < 0.12:
                place = start + mark.start() + (mark[0] != "、")
                yield Edit(place, place, random.choice(_EMOJI))
        if random.random() < 0.2:
            yield Edit(end, end, random.choice(_EMOJI) * random.randint(1, 3))


# --- line breaks -----------------------------------------------------------------------------------------------------

_BREAKS = re.compile(r"\s*\n\s*")


def joined_lines(text: str, _: Random) -> Iterator[Edit]:
    """All text in one line: a space stands for each line break."""
    return (Edit(*found.span(), " ") for found in _BREAKS.finditer(text))


def lines_run_together(text: str, _: Random) -> Iterator[Edit]:
    """All text in one line: nothing stands for the line breaks."""
    return (Edit(*found.span(), "") for found in _BREAKS.finditer(text))


def clause_lines(text: str, _: Random) -> Iterator[Edit]:
    """A line for each clause, as texts for small screens have it."""
    return (Edit(m.end(), m.end(), "\n") for m in re.finditer("，(?!\n)", text))


_WRAPPED_AT = 36


def wrapped_lines(text: str, _: Random) -> Iterator[Edit]:
    """Paragraphs are cut into lines of one width, as text taken out of PDF has them."""
    for start, end in lines_of(text):
        if "|" not in text[start:end] and "\t" not in text[start:end]:
            yield from (Edit(at, at, "\n") for at in range(start + _WRAPPED_AT, end, _WRAPPED_AT))


# --- remains of markup -----------------------------------------------------------------------------------------------

_REFERENCES = {"“": "&ldquo;", "”": "&rdquo;", "—": "&mdash;", "·": "&middot;", "、": "&#12289;"}


def references(text: str, random: Random) -> Iterator[Edit]:
    """Quotation marks, dashes and indents as HTML writes them, here and there twice over (&amp;ldquo;)."""
    for at, character in enumerate(text):
        if character in _REFERENCES:
            written = _REFERENCES[character]
            yield Edit(at, at + 1, written.replace("&", "&amp;") if random.random() < 0.2 else written)
        elif character == "\n" and random.random() < 0.7:
            yield Edit(at + 1, at + 1, "&nbsp;&nbsp;&nbsp;&nbsp;")


def tags(text: str, random: Random) -> Iterator[Edit]:
    """Tags in the place of line breaks, and around some words."""
    for at, character in enumerate(text):
        if character == "\n":
            yield Edit(at, at + 1, random.choice(["<br/>", "<br>", "</p><p>", '</div><div class="text">']))
        elif character == "，" and random.random() < 0.1:
            yield Edit(at, at, "<span>")
            yield Edit(at + 1, at + 1, "</span>")


def escaped_breaks(text: str, _: Random) -> Iterator[Edit]:
    """A backslash and a letter for each line break, as in records that were escaped twice."""
    return (Edit(*found.span(), "\\n") for found in re.finditer("\n", text))


# --- bytes -----------------------------------------------------------------------------------------------------------


def lost_bytes(text: str, random: Random) -> Iterator[Edit]:
    """A byte was put between the two bytes of a character, in cp936: 健全醫??傤~付費.

    As on real pages the place is one where the second byte of a character and the first one of the next happen to be
    those of a mark that was replaced; all is paired wrongly until an ASCII byte stands where a pair would begin.
    """
    places = [start for start, end in lines_of(text) for start in range(start, end - 1) if _is_split(text, start)]
    random.shuffle(places)
    edits: list[Edit] = []
    for place in places:
        found = _broken(text, place)
        if (
            found
            and found.end - found.start <= 16
            and all(found.start >= e.end + 8 or found.end + 8 <= e.start for e in edits)
        ):
            edits.append(found)
        if len(edits) == max(1, len(text) // 400):
            break
    yield from edits


_REPLACED = {mark.encode("gbk") for mark in "；？！，：（）ＶＱ"}


def _gbk(text: str) -> bytes:
    return text.encode("gbk", "replace")


def _is_split(text: str, at: int) -> bool:
    """Tell whether the second byte of a character and the first one of the next are the bytes of a replaced mark."""
    left, right = _gbk(text[at]), _gbk(text[at + 1])
    return len(left) == len(right) == 2 and left[1:] + right[:1] in _REPLACED


def _broken(text: str, at: int) -> Edit | None:
    """Return the edit that the byte inserted inside the character at ``at`` makes; None if it never ends."""
    line_end = text.find("\n", at) if "\n" in text[at:] else len(text)
    data = [_gbk(character) for character in text[at:line_end]]
    pending, shown = data[0][:1] + b"\x01", [_pair(data[0][:1] + b"\x01")]
    pending = data[0][1:]
    for used, encoded in enumerate(data[1:], 2):
        if len(encoded) == 1:
            return Edit(at, at + used, "".join(shown) + _pair(pending + encoded))
        shown.append(_pair(pending + encoded[:1]))
        pending = encoded[1:]
        if pending[0] < 0x80:
            return Edit(at, at + used, "".join(shown) + pending.decode("ascii"))
    return None


def _pair(pair: bytes) -> str:
    """Return what the decoder and a compatibility normalisation made of two bytes: ``?`` if they are no character."""
    try:
        character = pair.decode("gbk")
    except UnicodeDecodeError:
        lead, trail = pair
        if 0xAA <= lead <= 0xAF and trail >= 0xA1:
            return chr(0xE000 + (lead - 0xAA) * 94 + trail - 0xA1)
        if lead >= 0xF8 and trail >= 0xA1:
            return chr(0xE234 + (lead - 0xF8) * 94 + trail - 0xA1)
        return "?"
    return chr(ord(character) - 0xFEE0) if "！" <= character <= "～" else character


def wrong_charset(text: str, _: Random) -> Iterator[Edit]:
    """UTF-8 that was taken for Latin-1: each character is shown by two or three others."""
    for at, character in enumerate(text):
        if not character.isascii():
            yield Edit(at, at + 1, character.encode().decode("latin-1"))


def split_characters(text: str, random: Random) -> Iterator[Edit]:
    """A character was cut at the end of a buffer of UTF-8: two or three replacement characters are left of it."""
    at = random.randint(150, 350)
    while at < len(text):
        if "\u4e00" <= text[at] <= "\u9fff":
            yield Edit(at, at + 1, "\ufffd" * random.choice([2, 3]))
        at += random.randint(250, 450)


# --- what surrounds the text -----------------------------------------------------------------------------------------

_HEADLINES = (
    "青岛入选国家智慧养老示范试点城市",
    "我省启动职业教育产教融合改革试点",
    "国务院办公厅印发关于推进社区食堂建设试点的意见",
    "山东省确定10个县开展乡村教师轮岗试点",
    "到2026年全市将建成500个口袋公园",
    "财政部下达2023年试点补助资金预算",
    "杭州、宁波等6市试点住房公积金“一件事”办理",
    "某县召开医共体建设工作推进会",
    "暴雨蓝色预警：多地将有大到暴雨",
    "住房公积金贷款额度怎么计算？",
    "中央气象台发布高温黄色预警",
    "市领导走访慰问困难党员",
    "文旅部公布第三批夜间文化消费集聚区名单",
    "一图读懂《关于开展数字乡村试点的通知》",
    "全市招商引资工作会议召开",
    "端午假期全国铁路发送旅客预计超7000万人次",
)
_TOPS = (
    "首页 新闻中心 政务公开 办事服务 互动交流 数据开放\n",
    "网站首页 | 机构概况 | 新闻动态 | 信息公开 | 政策法规 | 办事大厅 | 公众参与 | 专题专栏\n",
    "设为首页 | 加入收藏 | 无障碍浏览 | 长者模式 | 繁體版 | English\n",
    "首页\n要闻\n时政\n地方\n教育\n健康\n视频\n",
    "登录 注册 手机版 客户端 微信 微博\n",
)
_CRUMBS = (
    "当前位置：首页 > 信息公开 > 法定主动公开内容 > 通知公告\n",
    "您所在的位置: 网站首页>>新闻动态>>工作动态\n",
    "首页 › 新闻 › 正文\n",
    "首页 / 政务公开 / 政策文件 / 正文\n",
)
_BARS = (
    "浏览次数：1024 字号：[ 大 中 小 ] 打印 关闭\n",
    "【字体：大 中 小】 打印本页 分享到：\n",
    "分享到：微信 新浪微博 QQ空间\n",
    "阅读量：3.2万 点赞 收藏 转发\n",
    "T大 T小 语音播报\n",
)
_CLOSINGS = (
    "责任编辑：王小明\n",
    "[责任编辑：李某 校对：张某 审核：赵某]\n",
    "（编辑：小周）\n",
    "扫一扫在手机打开当前页\n",
    "分享：\n",
    "【打印】 【关闭】\n",
)
_FOOTERS = (
    """网站地图 | 联系我们 | 隐私声明 | 法律声明
主办：某某市人民政府办公室 承办：某某市大数据中心
网站标识码：3701000001 鲁ICP备05000000号-1 鲁公网安备 37010000000001号
地址：某某市解放路1号 邮编：250000
""",
    """关于我们 - 广告服务 - 诚聘英才 - 联系我们 - 友情链接
版权所有 某某日报社 未经书面授权不得转载使用
Copyright © 2010-2024 All Rights Reserved 互联网新闻信息服务许可证 11120170001
违法和不良信息举报电话：010-00000000
""",
    """版权声明：凡本网注明“来源：某某网”的所有作品，均为本网合法拥有版权或有权使用的作品，未经本网授权不得转载。
相关链接
中国政府网 | 新华网 | 人民网 | 省政府网站
""",
    """主办单位：某某省发展和改革委员会
版权所有：某某省发展和改革委员会 技术支持：某某科技有限公司
建议使用1366*768分辨率浏览本网站
""",
)
_RELATED = (
    "相关新闻",
    "相关阅读",
    "相关稿件",
    "猜你喜欢",
    "热门推荐",
    "延伸阅读：",
    "热点排行",
    "最新资讯",
    "推荐阅读",
    "相关信息",
    "大家都在看",
    "24小时热榜",
    "为您推荐",
)
_ADVERTS = (
    "广告\n",
    "点击下载“某某新闻”客户端，获取更多精彩内容\n",
    "扫描下方二维码，关注“某某发布”微信公众号\n",
    "【2024公共管理硕士（MPA）招生火热进行中，点击咨询】\n",
    "更多资讯请关注某某网官方微信\n",
    "（图片来源于网络，如有侵权请联系删除）\n",
    "加入读者交流群，请添加微信：abc123456\n",
    "国产精品 亚洲 欧美 日韩在线 一区二区三区 无码\n",
)


def navigation(text: str, random: Random) -> Iterator[Edit]:
    """Menus and a breadcrumb above the text, a bar below its title, closing lines and a footer below it."""
    yield Edit(0, 0, random.choice(_TOPS) + random.choice(_TOPS) + random.choice(_CRUMBS) + "\n", foreign=True)
    first_break = text.find("\n") + 1
    if first_break and text[first_break : first_break + 1] == "\n":
        yield Edit(first_break, first_break, random.choice(_BARS), foreign=True)
    lead = "" if text.endswith("\n") else "\n"
    bottom = (
        lead + random.choice(_CLOSINGS) + random.choice(_BARS) + "\n" + _neighbours(random) + random.choice(_FOOTERS)
    )
    yield Edit(len(text), len(text), bottom, foreign=True)


def _neighbours(random: Random) -> str:
    before, after = random.sample(_HEADLINES, 2)
    return random.choice([f"上一篇：{before}\n下一篇：{after}\n", f"上一条: {before}\n下一条: 没有了\n", ""])


def sidebars(text: str, random: Random) -> Iterator[Edit]:
    """Lists of other articles behind the text, sometimes also above it: bullets, numbers, dates, teasers."""
    lead = "" if text.endswith("\n") else "\n"
    blocks = "".join(f"\n{title}\n" + _articles(random) for title in random.sample(_RELATED, 2))
    yield Edit(len(text), len(text), lead + blocks, foreign=True)
    if random.random() < 0.4:
        dated = "".join(f"· {headline} [05-{random.randint(10, 30)}]\n" for headline in random.sample(_HEADLINES, 5))
        yield Edit(0, 0, random.choice(["热点推荐", "最新动态", "图片新闻"]) + "\n" + dated + "\n", foreign=True)


def _articles(random: Random) -> str:
    headlines = random.sample(_HEADLINES, random.randint(4, 7))
    style = random.randrange(4)
    if style == 0:
        return "".join(f"· {headline}\n" for headline in headlines)
    if style == 1:
        return "".join(f"{number} {headline}\n" for number, headline in enumerate(headlines, 1))
    if style == 2:
        return "".join(f"{headline} 2024-05-{random.randint(10, 30)}\n" for headline in headlines)
    return "".join(
        f"  • {headline}\n\n    {headline}近日，记者从有关部门了解到，{headline[:12]}\n\n" for headline in headlines
    )


def advertising(text: str, random: Random) -> Iterator[Edit]:
    """Advertising lines, captions and spam between the paragraphs."""
    places = [end + 1 for start, end in lines_of(text) if end - start >= 40 and end + 1 < len(text)]
    for place in sorted(random.sample(places, min(3, len(places)))):
        yield Edit(place, place, random.choice(_ADVERTS), foreign=True)
    lead = "" if text.endswith("\n") else "\n"
    yield Edit(len(text), len(text), lead + random.choice(_ADVERTS), foreign=True)


# --- lines and tables ------------------------------------------------------------------------------------------------


def broken_titles(text: str, random: Random) -> Iterator[Edit]:
    """Titles broken over lines: the one of the page, and one in 《》 where a narrow column ended."""
    for number, (start, end) in enumerate(lines_of(text)):
        if not 16 <= end - start <= 60 or number > 2 or "。" in text[start:end]:
            break
        place = random.randint(start + 6, end - 6)
        if not (text[place].isascii() or text[place - 1].isascii()):
            yield Edit(place, place, random.choice(["\n", "\n", "\n    ", "\r\n"]))
    titles = [found for found in re.finditer(r"《([^《》\n]{12,})》", text) if found.start() > 60]
    if titles:
        found = random.choice(titles)
        place = random.randint(found.start() + 4, found.end() - 4)
        yield Edit(place, place, "\n")


_BORDER = re.compile(r"\s*[|\t]\s*")


def table_lines(text: str) -> Iterator[Span]:
    """Yield the lines that are rows of tables."""
    return ((start, end) for start, end in lines_of(text) if re.search(r"[|\t]", text[start:end]))


def _cells(text: str, start: int, end: int) -> list[Span]:
    """Return the spans of the cells that hold anything, without spaces."""
    found = re.finditer(r"[^|\t\s](?:[^|\t]*[^|\t\s])?", text[start:end])
    return [(start + cell.start(), start + cell.end()) for cell in found]


def _rendered(text: str, before: str, border: str, after: str) -> Iterator[Edit]:
    for start, end in table_lines(text):
        cells = _cells(text, start, end)
        if not cells:
            continue
        yield Edit(start, cells[0][0], before)
        for left, right in pairwise(cells):
            yield Edit(left[1], right[0], border)
        yield Edit(cells[-1][1], end, after)


def tables_as_pipes(text: str, _: Random) -> Iterator[Edit]:
    """Tables with pipes on both sides: | 1 | 河北省 | 蔚县 |."""
    return _rendered(text, "| ", " | ", " |")


def tables_as_tabs(text: str, _: Random) -> Iterator[Edit]:
    """Tables with tabs between the cells."""
    return _rendered(text, "", "\t", "")


def tables_cell_by_cell(text: str, _: Random) -> Iterator[Edit]:
    """Tables with one cell a line."""
    return _rendered(text, "", "\n", "")


def tables_cell_by_cell_spaced(text: str, _: Random) -> Iterator[Edit]:
    """Tables with one cell a line and blank lines between, as paragraphs of cells leave them."""
    return _rendered(text, "", "\n\n", "\n")


def shifted_provinces(text: str, random: Random) -> Iterator[Edit]:
    """The province of the row above, in a stretch of a table: a merged cell came down one row late."""
    rows = [(cell, text[slice(*cell)]) for cell in _province_cells(text)]
    if len(rows) < 4:
        return
    length = random.randint(len(rows) // 3, len(rows) // 2)
    first = random.randint(1, len(rows) - length)
    for (_, above), (cell, province) in pairwise(rows[first - 1 : first + length]):
        if above != province:
            yield Edit(*cell, above)


def _province_cells(text: str) -> Iterator[Span]:
    for start, end in table_lines(text):
        for cell in _cells(text, start, end)[:-1]:
            if re.fullmatch(r"[\u4e00-\u9fff]{2,}(?:省|自治区|市)", text[slice(*cell)]):
                yield cell


def line_at(text: str, at: int) -> Span:
    """Return the span of the line that the code point at ``at`` lies in."""
    ends = [end for _, end in lines_of(text)]
    end = ends[bisect_left(ends, at)]
    return text.rfind("\n", 0, at) + 1, end


KINDS: dict[str, tuple[Noise, ...]] = {
    "traditional": (traditional,),
    "over-converted": (over_converted,),
    "sprinkled traditional": (sprinkled,),
    "toned readings": (traditional, toned_readings),
    "toneless readings": (toneless_readings,),
    "doubled readings": (traditional, doubled_readings),
    "stripped digits": (stripped_digits,),
    "ideographic spaces": (ideographic_spaces,),
    "question marks": (question_marks,),
    "lost bytes": (traditional, lost_bytes),
    "split characters": (split_characters,),
    "navigation": (navigation,),
    "sidebars": (sidebars,),
    "advertising": (advertising,),
    "doubled commas": (doubled_commas,),
    "full width": (full_width,),
    "emoji": (emoji,),
    "broken titles": (broken_titles,),
    "joined lines": (joined_lines,),
    "lines run together": (lines_run_together,),
    "wrapped lines": (wrapped_lines,),
    "references": (references,),
    "tags": (tags,),
    "escaped breaks": (escaped_breaks,),
    "wrong character set": (wrong_charset,),
    "other quotation marks": (other_quotation_marks,),
    "points": (points,),
    "spread characters": (spread_characters,),
    "clause lines": (clause_lines,),
    "tables as pipes": (tables_as_pipes,),
    "tables as tabs": (tables_as_tabs,),
    "tables cell by cell": (tables_cell_by_cell,),
    "tables cell by cell, spaced": (tables_cell_by_cell_spaced,),
    "shifted provinces": (shifted_provinces,),
    "a repost": (traditional, toned_readings, ideographic_spaces, navigation, advertising),
}
"""What a table of results calls each kind, and the noises that make it, in their order."""

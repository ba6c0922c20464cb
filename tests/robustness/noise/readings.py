"""Noise of readings that a page puts behind its characters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

from tests.robustness.noise.characters import traditional
from tests.robustness.noise.edits import Edit

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

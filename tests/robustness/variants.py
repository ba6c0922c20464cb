"""The texts of this folder with noise, and their gold with what the noise changes of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from build_graph.evaluate import Scores, json_facts, read_gold, score
from build_graph.evaluate.gold import Gold
from build_graph.model import Document, DocumentFacts
from build_graph.pipeline import facts_of
from build_graph.read.source import page_or_text
from tests.robustness.noise import KINDS
from tests.robustness.noise.edits import Noisy, line_at, make_noisy
from tests.robustness.noise.tables import shifted_provinces
from tests.robustness.noise.typesetting import LONG_NUMBER, stripped_digits

FOLDER = Path(__file__).parent
Fact = Mapping[str, Any]
_BRACKETED = re.compile(r"\([^()]*\)")


def texts() -> dict[str, str]:
    """Return the clean texts by the names of their documents."""
    return {path.stem: path.read_bytes().decode("utf-8") for path in sorted((FOLDER / "texts").glob("*.txt"))}


def gold() -> dict[str, Gold]:
    """Return the gold of the clean texts."""
    return read_gold(FOLDER / "gold")


@dataclass(frozen=True, slots=True)
class Variant:
    """A text with noise, what is read from it, and its gold."""

    name: str
    noisy: Noisy
    gold: Gold
    read: DocumentFacts

    @property
    def scores(self) -> Scores:
        """What the reading is worth."""
        return score({self.name: self.gold}, json_facts([self.read]))


def read(name: str, text: str) -> DocumentFacts:
    """Return the facts of a text, as of a file with it."""
    content, _ = page_or_text(text, page=False)
    return facts_of(Document(name, f"{name}.txt", text, content=content))


def variants(kind: str, seed: int = 1) -> Iterator[Variant]:
    """Yield the texts that a kind of noise changes."""
    golds = gold()
    for name, text in texts().items():
        noisy = make_noisy(text, KINDS[kind], seed + int(name))
        if noisy.text != text:
            yield Variant(name, noisy, adapted(golds[name], text, noisy, kind), read(name, noisy.text))


def adapted(clean: Gold, text: str, noisy: Noisy, kind: str) -> Gold:
    """Return the gold of a noisy text: spans moved, foreign stretches forbidden, what cannot be known not asked for."""
    facts = [_moved(fact, noisy) for fact in clean.facts]
    neutral = [{**rule, "span": list(noisy.span(*rule["span"]))} for rule in clean.neutral]
    traps = [{**rule, "span": list(noisy.span(*rule["span"]))} if "span" in rule else rule for rule in clean.must_not]
    traps += [{"span": list(span)} for span in noisy.foreign]
    if stripped_digits in KINDS[kind]:
        facts = [_without_long_numbers(fact) for fact in facts]
        neutral.append({"span": [0, len(noisy.text)], "kinds": ["discrepancy"]})
    if shifted_provinces in KINDS[kind]:
        facts = list(_with_shifted_provinces(facts, noisy.text))
    return replace(clean, facts=tuple(facts), must_not=tuple(traps), neutral=tuple(neutral), text_sha256=None)


def _moved(fact: Fact, noisy: Noisy) -> dict[str, Any]:
    spans = [noisy.span(quote["start"], quote["end"]) for quote in fact["quotes"]]
    exact = [noisy.text[a:b] for a, b in spans if a < b]
    quotes = [{"start": a, "end": b, "exact": noisy.text[a:b]} for a, b in spans if a < b]
    moved = {**fact, "quotes": quotes}
    if "as_written" in fact:  # it keeps the characters of the source, with or without the readings put into it
        moved["alt"] = [*fact.get("alt", ()), *exact, *(_BRACKETED.sub("", written) for written in exact)]
    return moved


def _without_long_numbers(fact: Fact) -> dict[str, Any]:
    """What is still known without numbers of three and more digits: no year, and no number that is gone itself."""
    known = {key: _stripped(value) for key, value in fact.items()}
    gone = LONG_NUMBER.search(str(fact.get("value") or "")) is not None
    if fact["kind"] == "goal":
        by_plan = any("五”" in quote["exact"] for quote in fact["quotes"])  # “十四五”期间 still tells its year
        if known.get("deadline") and not by_plan:
            known["deadline"] = None
    if fact["kind"] == "declared_count" and gone:
        known |= {"value": None, "status": "optional"}
    for key in ("value", "unit", "comparator") if gone else ():
        if fact["kind"] == "goal":
            known.pop(key, None)
    if fact["kind"] == "policy_document":
        known.pop("number", None)
    return known


def _stripped(value: Any) -> Any:
    """Return the wordings of a fact as they stand in the text without long numbers; other values as they are."""
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return [LONG_NUMBER.sub("", one) for one in value]
    return value


def _with_shifted_provinces(facts: list[dict[str, Any]], text: str) -> Iterator[dict[str, Any]]:
    """Units whose row states another province now, and the discrepancies that tell so."""
    for fact in facts:
        if fact["kind"] == "pilot_unit" and fact.get("stated_province"):
            line = line_at(text, fact["quotes"][0]["start"])
            row = text[slice(*line)]
            stated = next((p for p in _PROVINCES if p in row), fact["stated_province"])
            if stated != fact["stated_province"]:
                quote = {"start": line[0], "end": line[1], "exact": row}
                yield {
                    "kind": "discrepancy",
                    "program": fact.get("program"),
                    "type": "wrong_province",
                    "stated": stated,
                    "expected": fact["province"],
                    "quotes": [quote],
                }
            yield {**fact, "stated_province": stated}
        else:
            yield fact


_PROVINCES = re.findall(
    r"\S+",
    """北京市 天津市 河北省 山西省 内蒙古自治区 辽宁省 吉林省 黑龙江省 上海市 江苏省 浙江省 安徽省 福建省 江西省 山东省 河南省
    湖北省 湖南省 广东省 广西壮族自治区 海南省 重庆市 四川省 贵州省 云南省 西藏自治区 陕西省 甘肃省 青海省 宁夏回族自治区
    新疆维吾尔自治区""",
)

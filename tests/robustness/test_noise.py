"""What noise costs: the same texts with and without it. ``make noise`` prints the whole table."""

from functools import cache
from random import Random
from statistics import mean

import pytest

from build_graph.evaluate import json_facts, score
from build_graph.model import Discrepancy, DocumentFacts
from tests.robustness.noise import KINDS
from tests.robustness.noise.edits import Edit, make_noisy
from tests.robustness.variants import Variant, gold, read, texts, variants

LEAST_CLEAN = 0.99
"""The mean F1 over the texts without noise."""
LARGEST_FALL = 0.03
"""The mean F1 over the texts may fall by so much."""
BOUNDS = {
    # Whole characters are gone, one in about 350, in the middle of facts. What is damaged is not extracted.
    "split characters": 0.06,
    # Where a list or a headline ended is gone, with nothing in its place.
    "lines run together": 0.04,
}
"""Kinds of noise that take away what nobody can know, with the fall that is accepted for them."""


TAKING_AWAY = ("stripped digits", "lost bytes", "split characters", "shifted provinces", "lines run together")
"""Kinds of noise after which a document can say less than before, or something else."""


@cache
def noisy_variants(kind: str) -> tuple[Variant, ...]:
    return tuple(variants(kind))


@cache
def clean_f1() -> dict[str, float]:
    golds = gold()
    return {name: score({name: golds[name]}, json_facts([read(name, text)])).micro.f1 for name, text in texts().items()}


@cache
def fall(kind: str) -> float:
    return mean(clean_f1()[one.name] - one.scores.micro.f1 for one in noisy_variants(kind))


def test_without_noise_the_texts_are_read_well() -> None:
    """What is read badly has little to lose: a small fall says something only from a height."""
    assert mean(clean_f1().values()) >= LEAST_CLEAN


@pytest.mark.parametrize("kind", KINDS)
def test_noise_costs_little(kind: str) -> None:
    assert fall(kind) <= BOUNDS.get(kind, LARGEST_FALL)


def test_noise_costs_little_on_average() -> None:
    assert mean(map(fall, KINDS)) <= LARGEST_FALL


@pytest.mark.parametrize("kind", KINDS)
def test_passages_are_the_characters_of_the_noisy_text(kind: str) -> None:
    for one in noisy_variants(kind):
        for fact in one.read.listed:
            assert fact.passages
            for passage in fact.passages:
                assert one.noisy.text[passage.start : passage.end] == passage.exact


@pytest.mark.parametrize("kind", ["navigation", "sidebars", "advertising", "a repost"])
def test_nothing_is_read_from_what_surrounds_the_text(kind: str) -> None:
    for one in noisy_variants(kind):
        assert one.noisy.foreign
        inside = [
            (one.name, passage.exact)
            for fact in one.read.listed
            for passage in fact.passages
            for start, end in one.noisy.foreign
            if passage.start < end and start < passage.end
        ]
        assert inside == []


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_shifted_column_of_provinces_is_found_and_flagged(seed: int) -> None:
    shifted = list(variants("shifted provinces", seed))
    assert len(shifted) == 3
    for one in shifted:
        expected = [fact for fact in one.gold.facts if fact.get("type") == "wrong_province"]
        found = one.scores.kinds["discrepancy"]
        assert expected
        assert (found.right, found.wrong, found.missed) == (len(expected), 0, 0)
        assert found.attributes["stated"].share == found.attributes["expected"].share == 1
        assert one.scores.kinds["pilot_unit"].attributes["province"].share == 1


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in TAKING_AWAY])
def test_noise_makes_no_document_contradict_itself(kind: str) -> None:
    for one in noisy_variants(kind):
        assert doubts(one.read) <= doubts(read(one.name, texts()[one.name]))


def doubts(document: DocumentFacts) -> set[tuple[str, str | None, str | None]]:
    found = (fact for fact in document.listed if isinstance(fact, Discrepancy))
    return {(fact.type, fact.stated, fact.expected) for fact in found}


# --- the generator itself ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_of_noise_changes_texts_and_the_seed_decides_how(kind: str) -> None:
    changed = {name for name, text in texts().items() if make_noisy(text, KINDS[kind], 5).text != text}
    assert changed
    name = min(changed)
    assert make_noisy(texts()[name], KINDS[kind], 5) == make_noisy(texts()[name], KINDS[kind], 5)


@pytest.mark.parametrize("kind", ["navigation", "sidebars", "advertising", "toneless readings"])
def test_the_way_into_the_noisy_text_leads_to_the_same_characters(kind: str) -> None:
    for text in texts().values():
        noisy = make_noisy(text, KINDS[kind], 3)
        assert "".join(noisy.text[noisy.starts[at]] for at in range(len(text))) == text
        assert all(noisy.starts[at] < noisy.ends[at] for at in range(len(text)))


def test_edits_of_several_noises_follow_one_another() -> None:
    def bracketed(text: str, _: Random) -> list[Edit]:
        return [Edit(0, 0, "<", foreign=True), Edit(len(text), len(text), ">", foreign=True)]

    def shortened(text: str, _: Random) -> list[Edit]:
        at = text.index("bc")
        return [Edit(at, at + 2, "X")]

    noisy = make_noisy("abcd", [bracketed, shortened, bracketed], 0)
    assert noisy.text == "<<aXd>>"
    assert noisy.span(1, 3) == (3, 4)
    assert noisy.span(0, 4) == (2, 5)
    assert noisy.foreign == ((0, 1), (1, 2), (5, 6), (6, 7))

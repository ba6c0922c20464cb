"""Finding stored questions by words, in Chinese or English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from queries.catalogue import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from queries.catalogue import Question


def search(words: Sequence[str]) -> list[Question]:
    """Return the questions that have every word somewhere, those first that have them in the question itself.

    Case does not matter, nor do hyphens in names; a word may be a part of a longer one. No words find everything.
    """
    wanted = [word.casefold() for word in words]
    found = [(question, _weight(question, wanted)) for question in catalogue()]
    return [question for question, weight in sorted(found, key=lambda each: -each[1]) if weight or not wanted]


def _weight(question: Question, words: Sequence[str]) -> int:
    """Return how prominently a question has the words; 0 if it lacks one."""
    places = [place.casefold() for place in _places(question)]
    return min(
        (max((len(places) - n for n, p in enumerate(places) if word in p), default=0) for word in words), default=0
    )


def _places(question: Question) -> Iterator[str]:
    """Yield where words are looked for, the most prominent first."""
    yield " ".join(question.question.values())
    yield f"{question.name} {question.name.replace('-', ' ')} {question.summary}"
    yield f"{question.group} {' '.join(question.tags)}"
    yield question.description
    yield " ".join(text for said in (*question.columns.values(), *_labels(question)) for text in said.values())


def _labels(question: Question) -> Iterator[dict[str, str]]:
    yield from (dict(parameter.label) for parameter in question.parameters.values())

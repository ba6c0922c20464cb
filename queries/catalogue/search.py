"""Finding stored questions by words, in Chinese or English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from queries.catalogue import Question, catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Questions(list[Question]):
    """Stored questions. A notebook shows their names, what they ask and what they take."""

    def __repr__(self) -> str:
        return f"<Questions: {', '.join(question.name for question in self) or 'none'}>"

    def _repr_html_(self) -> str:
        """Return the questions as HTML, for notebooks."""
        from queries.notebook.questions import questions_html  # noqa: PLC0415  (loads the engine of templates)

        return questions_html(self)


def search(words: Sequence[str]) -> Questions:
    """Return the questions that have every word somewhere, those first that have them in the question itself.

    Case does not matter, nor do hyphens in names; a word may be a part of a longer one. No words find everything.
    """
    wanted = [word.casefold() for word in words]
    found = [(question, _weight(question, wanted)) for question in catalogue()]
    by_weight = sorted(found, key=lambda each: -each[1])
    return Questions(question for question, weight in by_weight if weight or not wanted)


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

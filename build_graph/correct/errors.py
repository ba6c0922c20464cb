"""What can go wrong with a correction."""

from __future__ import annotations

from ontology.errors import ReformgraphError


class CorrectionError(ReformgraphError):
    """Files of corrections that cannot be read, or entries that make no sense: one line for each."""


class ValueRefused(ValueError):  # noqa: N818  (told to the reader as part of a CorrectionError)
    """A value that an attribute cannot have. Its text says why and what to write."""


class NotApplied(Exception):  # noqa: N818  (no error of the program: the entry is told and left out)
    """An entry that is not applied to a document. Its text says why and what to do."""


class Stale(NotApplied):
    """The passage of an entry has changed, or nothing of the kind stands there any more."""


class Unneeded(NotApplied):
    """The reading is by now what the entry asks for."""


class Mistaken(NotApplied):
    """The entry is not clear, or contradicts the document or another entry."""

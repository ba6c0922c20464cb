"""What can go wrong with a description."""

from __future__ import annotations

from exports.errors import ExportError


class DescriptionError(ExportError):
    """A folder that cannot be described, or a file about it that is mistaken."""

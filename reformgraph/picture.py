"""A picture of a graph: a notebook shows it, a paper takes its file."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from warnings import warn

from exports.pictures.drawing import draw
from exports.pictures.files import save
from queries.notebook.anchors import anchor
from reformgraph.picturing import no_glyphs

if TYPE_CHECKING:
    from queries.store import GraphFile


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that was drawn of a graph. Make one with :meth:`Graph.picture`."""

    name: str
    """One of ``exports.pictures.PICTURES``."""
    language: str
    """Language of its words: ``zh`` or ``en``."""
    svg: str = field(repr=False)
    """The picture as SVG text without a font, to stand in a page."""
    _graph: GraphFile = field(repr=False)

    @classmethod
    def of(cls, graph: GraphFile, name: str, language: str) -> Picture:
        """Draw a picture; raises ExportError for a picture or a language that there is not."""
        return cls(name, language, draw(name, graph.store, language), graph)

    def save(self, file: str | Path, *, width: int | None = None) -> None:
        """Write the picture to a file that ends in ``.svg`` or ``.png``; ``width`` is that of a PNG in pixels.

        The file carries all glyphs that the shipped font has; a warning names others. Raises ExportError for another
        suffix, a width that there is not and a file that cannot be written.
        """
        lacking = save(self.name, self._graph, Path(file), self.language, width)
        if lacking:
            warn(no_glyphs(lacking), stacklevel=2)

    def _repr_svg_(self) -> str:
        """Return the picture for what shows no HTML: papers made of notebooks."""
        return self.svg

    def _repr_html_(self) -> str:
        """Return the picture for a page: no wider than that, with tips where a pointer rests, and names of its own."""
        named = self.svg.replace("<svg ", '<svg style="max-width:100%;height:auto" ', 1)
        own = anchor(self.name, self.svg)
        for part in ("title", "desc"):
            named = named.replace(f'id="{self.name}-{part}"', f'id="{own}-{part}"')
        return named.replace(
            f'aria-labelledby="{self.name}-title {self.name}-desc"', f'aria-labelledby="{own}-title {own}-desc"'
        )

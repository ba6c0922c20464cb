"""The templates of the report and its charts."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template, select_autoescape


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("benchmarks.report", "pages"),
        autoescape=select_autoescape(["svg.j2"]),
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip


def template(name: str) -> Template:
    """Return a template of ``pages/``; what is put into SVG is escaped."""
    return _environment().get_template(name)

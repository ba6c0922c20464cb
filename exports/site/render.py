"""Templates -> pages."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from exports.site.page import Page
from exports.site.words import HTML_LANGUAGE, LANGUAGES, words

if TYPE_CHECKING:
    from collections.abc import Mapping


def render(template: str, path: str, language: str, **values: Any) -> Page:  # noqa: ANN401  (what the template takes)
    """Return a page from its template.

    ``path`` is that of the page below the folder of its language. In the template, ``to(path)`` is the way to
    another page of the language, ``up`` that to the site's folder, ``words`` the words of the pages.
    """
    up = "../" * (path.count("/") + 1)
    below = "../" * path.count("/")
    other = next(each for each in LANGUAGES if each != language)
    text = (
        _environment()
        .get_template(template)
        .render(
            values,
            path=path,
            up=up,
            to=lambda target: target if target.startswith(("http://", "https://")) else below + target,
            words=words(language),
            lang=language,
            language=HTML_LANGUAGE[language],
            other=other,
            other_language=HTML_LANGUAGE[other],
            other_words=words(other),
        )
    )
    return Page(f"{language}/{path}", text + "\n")


def shared(template: str, path: str, values: Mapping[str, Any]) -> Page:
    """Return a page that belongs to no language, from its template."""
    return Page(path, _environment().get_template(template).render(values) + "\n")


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("exports", "templates/site"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

"""Every package that is installed with this one has a licence that somebody has looked at, and the page says which."""

from __future__ import annotations

import pytest

from tools import make_licences
from tools.make_licences import PAGE, licence, page, parts, pinned, table

RUNTIME = pinned("runtime")
ALLOWED = table("allowed", "spdx", "use")


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text("utf-8") == page(), "run python tools/make_licences.py and read the difference"


@pytest.mark.parametrize("package", sorted(pinned("dev") | RUNTIME))
def test_the_licence_of_a_package_is_allowed_for_its_use(package: str) -> None:
    named = parts(licence(package))
    assert set(named) <= set(ALLOWED)
    if package in RUNTIME:
        assert {ALLOWED[each] for each in named} == {"runtime"}
    assert f"| {package} | {licence(package)} |" in PAGE.read_text("utf-8")


def test_no_row_of_the_tables_is_without_use() -> None:
    assert set(table("stated", "package", "spdx")) <= pinned("dev")
    assert set(ALLOWED) == {each for package in pinned("dev") for each in parts(licence(package))}


def test_a_package_whose_licence_nobody_says_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(LookupError, match="no-such-package is not installed here: say its licence"):
        licence("no-such-package")
    monkeypatch.setattr(make_licences, "table", lambda *_: {})
    with pytest.raises(LookupError, match=r"pytest states \['MIT'\]"):
        licence("pytest")

"""The file about a dataset: what its publisher says, and every mistake with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from exports.dataset import DescriptionError
from exports.dataset.about import _READERS, About, Agent, read_about

EXAMPLE = Path(__file__).parents[2] / "docs" / "dataset.yml"


def about(folder: Path, text: str) -> About:
    (folder / "about.yml").write_text(text, "utf-8")
    return read_about(folder / "about.yml")


def test_the_example_says_something_under_every_key() -> None:
    said = read_about(EXAMPLE)
    for key in _READERS:
        assert getattr(said, key.replace("-", "_")), key
    assert said.publisher == Agent(
        {"zh": "示例大学政策数据实验室", "en": "Policy Data Laboratory of Example University"},
        "organization",
        "https://lab.example.org/",
    )
    assert said.creator == Agent({"en": "A. Researcher"}, "person")
    assert said.themes == ("GOVE", "REGI", "HEAL")


@pytest.mark.parametrize("text", ["", "# nothing yet\n"])
def test_an_empty_file_says_nothing(text: str, tmp_path: Path) -> None:
    assert about(tmp_path, text) == About()


def test_versions_and_dates_stay_as_they_are_written(tmp_path: Path) -> None:
    said = about(tmp_path, "version: 1.10\nissued: 2026\nmodified: 2026-11\n")
    assert (said.version, said.issued, said.modified) == ("1.10", "2026", "2026-11")


def test_the_address_of_the_folder_ends_in_a_slash(tmp_path: Path) -> None:
    assert about(tmp_path, "download: https://example.org/a").download == "https://example.org/a/"
    assert about(tmp_path, "download: https://example.org/a//").download == "https://example.org/a/"


@pytest.mark.parametrize("contact", ["mailto:a@example.org", "https://example.org/联系"])
def test_a_contact_is_a_page_or_an_address_for_mail(contact: str, tmp_path: Path) -> None:
    assert about(tmp_path, f"contact: {contact}").contact == contact


def test_what_is_named_twice_in_a_list_counts_once(tmp_path: Path) -> None:
    said = about(tmp_path, "keywords: {zh: [试点, 试点]}\nthemes: [GOVE, GOVE]\n")
    assert said.keywords == {"zh": ("试点",)}
    assert said.themes == ("GOVE",)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("title:\n  zh: 试点\nlicense: x\n", "line 3: the file has no key 'license': did you mean licence?"),
        ("previous_version: x", "line 1: the file has no key 'previous_version': did you mean previous-version"),
        ("horse: x", "line 1: the file has no key 'horse': there are title, description, publisher"),
        ("publisher: {nmae: {en: x}}", "publisher has no key 'nmae': did you mean name?"),
        ("title: {en-GB: x}", "title has no key 'en-GB': there are zh, en"),
        ("version: 1\nversion: 2\n", "line 2: version stands twice"),
        ("- a\n", "line 1: the file has keys of its own: title,"),
        ("title: Pilots\n", "line 1: title has keys of its own: zh, en"),
        ("title: {}\n", "line 1: title is empty: give a text for zh or en"),
        ("title: {zh: }\n", "zh is empty: give a value, or leave the key out"),
        ("version: [1, 2]\n", "version is one text, not a list or several keys"),
        ("version: '\\ud800'\n", None),
        ('version: "\\ud800"\n', "version holds half of a character"),
        ("keywords: {zh: 试点}\n", "zh is a list: [first, second]"),
        ("themes: [GOVE, HORS]\n", "there is no theme 'HORS': there are AGRI, ECON"),
        ("publisher: {page: https://example.org/}\n", "publisher has no name"),
        ("publisher: {name: {en: x}, kind: robot}\n", "kind is one of organization, person, not 'robot'"),
        ("licence: CC BY\n", "licence is an address that begins with https:// or http://, not 'CC BY'"),
        ("licence: https://a b/\n", "licence is an address"),
        ("licence: 'https://[1/'\n", "licence is an address"),
        ("landing-page: ftp://example.org/\n", "landing-page is an address"),
        ("download: https://example.org/a?b=c\n", "download is the address of a folder, without ? and #"),
        ("contact: mailto:nobody\n", "contact is the address of a page"),
        ("contact: 'mailto:a b@example.org'\n", "contact is the address of a page"),
        ("issued: 2026-13\n", "issued is a date: YYYY, YYYY-MM or YYYY-MM-DD, not '2026-13'"),
        ("issued: 2026-02-30\n", "issued is a date"),
        ("issued: yesterday\n", "issued is a date"),
        ("title: {zh: 试点\nversion: 1\n", "line 2: not valid YAML: "),
        ("version: '1\n", "line 2: not valid YAML: found unexpected end of stream"),
        ("version: \x07\n", "not valid YAML: special characters are not allowed"),
        ("[" * 3000, "too many brackets inside each other"),
    ],
)
def test_a_mistake_is_told_with_its_place(text: str, complaint: str | None, tmp_path: Path) -> None:
    if complaint is None:  # the same letters in single quotation marks are those letters
        assert about(tmp_path, text).version == "\\ud800"
        return
    with pytest.raises(DescriptionError) as error:
        about(tmp_path, text)
    assert complaint in str(error.value)
    assert str(error.value).startswith(str(tmp_path / "about.yml"))


def test_a_file_that_is_no_text_in_utf_8_is_told(tmp_path: Path) -> None:
    (tmp_path / "about.yml").write_bytes("title: {zh: 试点}".encode("gb18030"))
    with pytest.raises(DescriptionError, match=r"about\.yml is not in UTF-8"):
        read_about(tmp_path / "about.yml")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(DescriptionError, match=r"about\.yml cannot be read: No such file or directory"):
        read_about(tmp_path / "about.yml")

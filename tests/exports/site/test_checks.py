"""The pages of what is wrong and of what is not known."""

from __future__ import annotations

from pathlib import Path

from exports.site.pages import checks
from tests.exports.site.sites import Read, by_path, pilots, source_of

DISCREPANCIES = "checks/discrepancies.html"
UNKNOWN = "checks/unknown.html"


def test_a_discrepancy_shows_both_sides() -> None:
    found = Read(by_path(checks.pages(pilots(), "en"))[f"en/{DISCREPANCIES}"])
    for words in ("stated 江苏省", "expected 山东省", "passage 江苏省：青岛市", "counter-passage 山东省的青岛市"):
        assert words in found.text
    assert "suggested value 5 " in found.text
    assert "suggestion passage 山东省的青岛市" in found.text


def test_a_discrepancy_leads_to_its_characters_its_page_and_its_fact() -> None:
    found = Read(by_path(checks.pages(pilots(), "zh"))[f"zh/{DISCREPANCIES}"])
    assert {"../document/news.html#char=5,12", "../document/news.html#char=40,47"} <= set(found.links)
    concerned = {
        f"../{thing.path}.html"
        for iri, thing in pilots().things.items()
        if iri.endswith(("pilot-city/370200", "count/街道"))
    }
    assert len(concerned) == 2
    assert concerned <= set(found.links)


def test_the_types_are_explained() -> None:
    for language, said in (("zh", "所载省份不是该地方所属的省份。"), ("en", "Digits of the source were lost.")):
        found = Read(by_path(checks.pages(pilots(), language))[f"{language}/{DISCREPANCIES}"])
        assert said in found.text
        assert {"wrong-province", "lost-digits"} <= set(found.anchors)
        assert {"#wrong-province", "#lost-digits"} <= set(found.links)


def test_a_discrepancy_of_no_type_is_shown_too(tmp_path: Path) -> None:
    source = source_of('<d/1> a rg:Discrepancy ; rg:stated "三" .', tmp_path)
    found = Read(by_path(checks.pages(source, "en"))[f"en/{DISCREPANCIES}"])
    assert "no type given 1" in found.text
    assert "stated 三" in found.text


def test_without_a_discrepancy_the_page_says_so(tmp_path: Path) -> None:
    assert "There are no rows." in by_path(checks.pages(source_of("", tmp_path), "en"))[f"en/{DISCREPANCIES}"]


def test_gaps_stand_by_what_is_missing() -> None:
    english = Read(by_path(checks.pages(pilots(), "en"))[f"en/{UNKNOWN}"])
    chinese = Read(by_path(checks.pages(pilots(), "zh"))[f"zh/{UNKNOWN}"])
    assert "declared count: number not known 1 街道" in english.text
    assert "宣称数量：数值不明 1 街道" in chinese.text
    assert "a gap is a gap" in english.text
    goal = next(t for t in pilots().things.values() if t.class_name == "SourceDocument" and t.iri.endswith("news"))
    assert f"../{goal.path}.html" in english.links


def test_every_gap_has_words() -> None:
    for language, unsaid in (("zh", "the "), ("en", "the ")):
        gaps = checks._gaps(pilots(), language)
        assert gaps
        assert [gap.name for gap in gaps if gap.name.startswith(unsaid)] == []


def test_a_thing_with_two_names_lacks_something_once(tmp_path: Path) -> None:
    source = source_of('<program/1> a rg:Program ; skos:prefLabel "养老试点"@zh-hans , "Care pilot"@en .', tmp_path)
    (gap,) = checks._gaps(source, "en")
    assert (gap.name, gap.kind, len(gap.rows)) == ("issuer", "reform program", 1)


def test_provinces_without_pilots_are_listed() -> None:
    found = Read(by_path(checks.pages(pilots(), "zh"))[f"zh/{UNKNOWN}"]).text
    assert "130000 河北省" in found
    assert "320000 江苏省" not in found


def test_a_graph_without_gaps_says_so(tmp_path: Path) -> None:
    assert "No gap was found." in by_path(checks.pages(source_of("", tmp_path), "en"))[f"en/{UNKNOWN}"]

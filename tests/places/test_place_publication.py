"""The gazetteer as RDF, and in words."""

import re

import pyoxigraph
import pytest

from build_graph.places import Gazetteer, PlaceError, explain, triples

GAZETTEER = Gazetteer.shipped()
BASE = "https://example.org/data/"


def described(*keys: str) -> list[str]:
    return list(triples(GAZETTEER, [GAZETTEER.place(key) for key in keys], BASE))


def objects(key: str, name: str) -> set[str]:
    pattern = re.compile(rf"<{BASE}place/{key}> <[^>]*[/#]{name}> (.*) \.")
    return {found[1] for line in described(key) if (found := pattern.fullmatch(line))}


def test_a_county_is_described_with_its_names_code_and_surroundings():
    assert objects("130608", "type") == {"<https://w3id.org/reformgraph/ontology#County>"}
    assert objects("130608", "prefLabel") == {'"清苑区"@zh-hans'}
    assert objects("130608", "altLabel") == {'"清苑县"@zh-hans', '"清苑"@zh-hans'}
    assert objects("130608", "fullName") == {'"河北省保定市清苑区"@zh-hans'}
    assert objects("130608", "divisionCode") == {'"130608"'}
    assert objects("130608", "partOf") == {f"<{BASE}place/130600>"}
    assert objects("130608", "province") == {f"<{BASE}place/130000>"}
    assert objects("130608", "validFrom") == {'"2015"^^<http://www.w3.org/2001/XMLSchema#gYear>'}
    assert objects("130608", "validTo") == set()


def test_a_former_division_points_to_its_successor():
    assert objects("130622", "replacedBy") == {f"<{BASE}place/130608>"}
    assert objects("130622", "validTo") == {'"2015"^^<http://www.w3.org/2001/XMLSchema#gYear>'}


def test_names_of_what_was_merged_into_a_place_are_no_labels_of_it():
    assert objects("120116", "altLabel") == {'"滨海"@zh-hans'}


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("130000", "Province"),
        ("130100", "Prefecture"),
        ("510923108", "Township"),
        ("雄安新区", "SpecialArea"),
        ("第八师", "SpecialArea"),
        ("京津冀", "PlaceCollective"),
    ],
)
def test_every_kind_of_place_has_its_class(key, kind):
    assert objects(key, "type") == {f"<https://w3id.org/reformgraph/ontology#{kind}>"}


def test_a_province_has_an_english_label_and_lies_in_itself():
    assert objects("150000", "prefLabel") == {'"内蒙古自治区"@zh-hans', '"Inner Mongolia Autonomous Region"@en'}
    assert objects("150000", "province") == {f"<{BASE}place/150000>"}


def test_a_group_across_provinces_has_neither_code_nor_province():
    assert objects("京津冀", "divisionCode") == objects("京津冀", "province") == set()


def test_common_names_are_further_labels():
    assert {'"楚雄州"@zh-hans', '"楚雄自治州"@zh-hans', '"楚雄"@zh-hans'} <= objects("532300", "altLabel")


def test_lines_come_in_the_order_of_the_keys_whatever_the_order_given():
    assert described("130608", "110000", "130608") == described("110000", "130608")


def test_names_and_codes_need_no_escapes():
    for place in (*GAZETTEER, *GAZETTEER.townships()):
        assert not re.search(r'[\x00-\x20"\\<>]', place.name + place.key), place


def test_a_base_with_forbidden_characters_is_still_an_iri():
    line = next(triples(GAZETTEER, [GAZETTEER.place("110000")], "https://example.org/my data/"))
    assert line.startswith("<https://example.org/my%20data/place/110000> ")


def test_the_whole_gazetteer_is_valid_n_triples_and_one_label_a_language():
    lines = list(triples(GAZETTEER, GAZETTEER, BASE))
    store = pyoxigraph.Store()
    store.load("\n".join(lines).encode(), format=pyoxigraph.RdfFormat.N_TRIPLES)
    assert len(store) == len(lines)
    label = "<http://www.w3.org/2004/02/skos/core#prefLabel>"
    twice = f"SELECT ?s {{ ?s {label} ?a, ?b FILTER(?a != ?b && LANG(?a) = LANG(?b)) }}"
    assert list(store.query(twice)) == []


def test_an_explanation_says_what_a_name_is_and_why():
    assert explain(GAZETTEER, "朝阳区", province="北京市", on="2023-01-01").splitlines() == [
        "朝阳区: 北京市朝阳区, code 110105, county, in force since 1980 or earlier",
        "  why: the only 朝阳区 in 北京市",
    ]


def test_an_explanation_tells_the_history():
    text = explain(GAZETTEER, "清苑县")
    assert "code 130608" in text
    assert "formerly 河北省保定市清苑县 (130622), until 2015" in text
    assert "formerly 襄樊市, until 2010" in explain(GAZETTEER, "襄阳市")
    assert "took up 天津市塘沽区" in explain(GAZETTEER, "滨海新区")
    merged = explain(GAZETTEER, "渝北区", on="2023")
    assert "in force until 2026, since 1997" in merged
    assert "became part of 重庆市两江新区" in merged


def test_an_explanation_lists_the_candidates():
    lines = explain(GAZETTEER, "通州区").splitlines()
    assert lines[0] == "通州区: not resolved"
    assert [line.split(",")[0].strip() for line in lines[1:3]] == ["may be 北京市通州区", "may be 江苏省南通市通州区"]


def test_an_explanation_of_groups_names_their_members():
    assert "consists of 北京市、天津市、河北省" in explain(GAZETTEER, "京津冀")
    assert "with 石河子市" in explain(GAZETTEER, "第八师")
    assert "no code of GB/T 2260" in explain(GAZETTEER, "雄安新区")


def test_an_explanation_needs_a_date_that_is_one():
    with pytest.raises(PlaceError, match="write a year or a day"):
        explain(GAZETTEER, "朝阳区", on="neulich")

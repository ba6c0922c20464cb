"""The description as statements of DCAT 3, with what DCAT-AP 3 asks for; no blank nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from exports.data_files import table
from exports.dataset.terms import EU, IANA, moment, named, ref, row_texts, text, texts, thing, typed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Triple

    from exports.dataset.about import Agent
    from exports.dataset.description import Description
    from exports.dataset.files import PublishedFile

_CHINA = EU + "country/CHN"


def statements(described: Description) -> Iterator[Triple]:
    """Yield all statements but those of VoID."""
    yield from _dataset(described)
    for file in described.files:
        yield from _distribution(described, file)
    yield from _file_types(described)
    yield from _who(described)
    yield from _coverage(described)
    yield from _origin(described)
    yield from _concepts(described)


def _dataset(described: Description) -> Iterator[Triple]:
    about, counted = described.about, described.counted
    keywords = [Literal(word, language=each) for each, words in about.keywords.items() for word in words]
    yield from thing(
        described.iri,
        ["dcat:Dataset"],
        {
            "dcterms:title": texts(about.title),
            "dcterms:description": texts(about.description),
            "dcterms:identifier": text(described.iri),
            "dcterms:issued": moment(about.issued),
            "dcterms:modified": moment(about.modified),
            "dcterms:license": ref(about.licence),
            "dcterms:rights": ref(described.below("rights")),
            "dcterms:publisher": ref(described.below("publisher") if about.publisher else None),
            "dcterms:creator": ref(described.below("creator") if about.creator else None),
            "dcat:contactPoint": ref(described.below("contact") if about.contact else None),
            "dcat:version": text(about.version),
            "dcat:previousVersion": ref(about.previous_version),
            "dcat:landingPage": ref(about.landing_page),
            "dcat:keyword": keywords,
            "dcat:theme": [NamedNode(f"{EU}data-theme/{code}") for code in about.themes],
            "dcterms:spatial": [NamedNode(each.iri) for each in counted.provinces],
            "dcterms:temporal": ref(described.below("period") if counted.period else None),
            "dcterms:language": [NamedNode(f"{EU}language/{row['code']}") for row in described.languages],
            "dcterms:conformsTo": ref(described.vocabulary.version),
            "dcterms:provenance": ref(described.below("provenance")),
            "prov:wasGeneratedBy": ref(counted.run.iri),
            "prov:wasDerivedFrom": [NamedNode(document.iri) for document in counted.documents],
            "dcat:distribution": [NamedNode(described.below("file", file.path)) for file in described.files],
        },
    )
    if counted.provinces:
        yield from thing(described.iri, [], {"dcterms:spatial": NamedNode(_CHINA)})


def _distribution(described: Description, file: PublishedFile) -> Iterator[Triple]:
    """DCAT-AP requires an accessURL: the page that leads to the file if there is one, else the file itself.

    Its shapes want the class of addresses said, though every IRI is an rdfs:Resource. A file in parts is one
    distribution with a downloadURL for each part: a distribution holds the whole dataset, which no part does.
    """
    about, iri = described.about, described.below("file", file.path)
    media, kind = file.type.media_type, file.type.eu_file_type
    addresses = described.addresses(file)
    pages = [about.landing_page] if about.landing_page else addresses
    checksum = f"{iri}#sha256"
    yield from thing(
        iri,
        ["dcat:Distribution"],
        {
            "dcterms:title": text(file.path),
            "dcterms:description": texts(described.kind(file)),
            "dcat:accessURL": [NamedNode(page) for page in pages],
            "dcat:downloadURL": [NamedNode(address) for address in addresses],
            "dcat:byteSize": typed(file.size, "xsd:nonNegativeInteger"),
            "dcat:mediaType": ref(media and IANA + media),
            "dcterms:format": ref(kind and f"{EU}file-type/{kind}"),
            "dcterms:license": ref(about.licence),
            "dcterms:rights": ref(described.below("rights")),
            "dcterms:conformsTo": ref(described.vocabulary.version if file.is_dump else None),
            "spdx:checksum": ref(checksum),
        },
    )
    for page in dict.fromkeys([*pages, *addresses]):
        yield from thing(page, ["rdfs:Resource"], {})
    yield from thing(
        checksum,
        ["spdx:Checksum"],
        {
            "spdx:algorithm": named("spdx:checksumAlgorithm_sha256"),
            "spdx:checksumValue": typed(file.sha256, "xsd:hexBinary"),
        },
    )


def _file_types(described: Description) -> Iterator[Triple]:
    """The concepts that distributions refer to, so that a reader need not fetch them."""
    for kind in {file.type for file in described.files}:
        if kind.media_type:
            yield from thing(IANA + kind.media_type, ["dcterms:MediaType"], {"rdfs:label": text(kind.media_type)})
        if kind.eu_file_type:
            label = text(kind.eu_file_type)
            yield from thing(f"{EU}file-type/{kind.eu_file_type}", ["dcterms:MediaTypeOrExtent"], {"rdfs:label": label})
    if described.files:
        algorithm = named("spdx:checksumAlgorithm_sha256")
        yield from thing(algorithm.value, ["spdx:ChecksumAlgorithm"], {"rdfs:label": text("SHA-256")})


def _who(described: Description) -> Iterator[Triple]:
    about = described.about
    for role, agent in (("publisher", about.publisher), ("creator", about.creator)):
        if agent:
            yield from _agent(described.below(role), agent)
    if about.contact:
        reached = "vcard:hasEmail" if about.contact.startswith("mailto:") else "vcard:hasURL"
        name = texts(about.publisher.name) if about.publisher else None
        yield from thing(
            described.below("contact"), ["vcard:Kind"], {reached: NamedNode(about.contact), "vcard:fn": name}
        )


def _agent(iri: str, agent: Agent) -> Iterator[Triple]:
    classes = ["foaf:Agent", f"foaf:{agent.kind.capitalize()}"]
    yield from thing(iri, classes, {"foaf:name": texts(agent.name), "foaf:homepage": ref(agent.page)})


def _coverage(described: Description) -> Iterator[Triple]:
    for province in described.counted.provinces:
        labels = {"skos:prefLabel": texts(province.names), "dcterms:identifier": text(province.code)}
        yield from thing(province.iri, ["dcterms:Location"], labels)
    if described.counted.provinces:
        yield from thing(_CHINA, ["dcterms:Location"], {"skos:prefLabel": texts({"zh": "中国", "en": "China"})})
    if described.counted.period:
        first, last = described.counted.period
        dates = {"dcat:startDate": moment(first), "dcat:endDate": moment(last)}
        yield from thing(described.below("period"), ["dcterms:PeriodOfTime"], dates)


def _origin(described: Description) -> Iterator[Triple]:
    run = described.counted.run
    label = {"rdfs:label": texts(described.provenance)}
    yield from thing(described.below("provenance"), ["dcterms:ProvenanceStatement"], label)
    yield from thing(run.iri, ["prov:Activity"], {"prov:wasAssociatedWith": ref(run.software)})
    if run.software:
        version = {"schema:softwareVersion": text(run.version)}
        yield from thing(run.software, ["prov:SoftwareAgent"], version)
    for document in described.counted.documents:
        said = {
            "dcterms:identifier": text(document.name),
            "dcterms:title": texts({"zh": document.title} if document.title else {}),
            "dcterms:date": moment(document.date),
            "schema:url": ref(document.url),
        }
        yield from thing(document.iri, ["prov:Entity"], said)
    yield from described.counted.measurements


def _concepts(described: Description) -> Iterator[Triple]:
    """What the dataset refers to and others define, with the class that DCAT-AP expects there."""
    about, vocabulary = described.about, described.vocabulary
    yield from thing(described.below("rights"), ["dcterms:RightsStatement"], {"rdfs:label": texts(described.rights)})
    yield from thing(vocabulary.version, ["dcterms:Standard"], {"dcterms:title": texts(vocabulary.titles)})
    for theme in table("dataset_themes.tsv"):
        if theme["code"] in about.themes:
            labels = {"skos:prefLabel": texts(row_texts(theme))}
            yield from thing(f"{EU}data-theme/{theme['code']}", ["skos:Concept"], labels)
    for language in described.languages:
        labels = {"rdfs:label": texts(row_texts(language))}
        yield from thing(f"{EU}language/{language['code']}", ["dcterms:LinguisticSystem"], labels)
    for iri, kind in ((about.licence, "dcterms:LicenseDocument"), (about.landing_page, "foaf:Document")):
        if iri:
            yield from thing(iri, [kind], {})

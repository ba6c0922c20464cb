"""The description as JSON-LD of schema.org, after what dataset search engines ask for.

Search engines read one text for a name: English if there is one, with the Chinese one as alternateName. The context is
only named; nothing here fetches it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from exports.dataset.about import Agent, Texts
    from exports.dataset.counted import Document, Province
    from exports.dataset.description import Description
    from exports.dataset.files import PublishedFile


def document(described: Description) -> str:
    """Return the JSON-LD as text that can be put into a ``script`` element of a page as it is."""
    whole = {"@context": "https://schema.org/", **_dataset(described)}
    # "<" only stands in texts; escaped, no text can end the element
    return json.dumps(whole, ensure_ascii=False, indent=2).replace("<", "\\u003c") + "\n"


def _dataset(described: Description) -> dict[str, Any]:
    about, counted = described.about, described.counted
    period = counted.period
    contact = _contact(about.contact)
    return _said(
        {
            "@type": "Dataset",
            "@id": described.iri,
            "identifier": described.iri,
            **_names(about.title),
            "description": "\n\n".join(_ordered(about.description)),
            "url": about.landing_page,
            "license": about.licence,
            "copyrightNotice": "\n\n".join(_ordered(described.rights)),
            "publisher": _agent(about.publisher, contact) if about.publisher else None,
            "creator": _agent(about.creator, None) if about.creator else None,
            "version": about.version,
            "datePublished": about.issued,
            "dateModified": about.modified,
            "keywords": [word for language in ("en", "zh") for word in about.keywords.get(language, ())],
            "inLanguage": [row["tag"] for row in described.languages],
            "temporalCoverage": "/".join(dict.fromkeys(period)) if period else None,
            "spatialCoverage": [_place(each) for each in counted.provinces],
            "variableMeasured": _variables(described),
            "measurementTechnique": "\n\n".join(_ordered(described.provenance)),
            "isBasedOn": [_source(each) for each in counted.documents],
            "distribution": [_download(described, file) for file in described.files],
        }
    )


def _names(texts: Texts) -> dict[str, str]:
    name, *others = _ordered(texts)
    return {"name": name, **({"alternateName": others[0]} if others else {})}


def _ordered(texts: Mapping[str, str]) -> list[str]:
    return [texts[language] for language in ("en", "zh") if language in texts]


def _agent(agent: Agent, contact: Mapping[str, str] | None) -> dict[str, Any]:
    said = {"@type": agent.kind.capitalize(), **_names(agent.name), "url": agent.page, "contactPoint": contact}
    return _said(said)


def _contact(address: str | None) -> Mapping[str, str] | None:
    if address is None:
        return None
    mail = address.removeprefix("mailto:")
    return {"@type": "ContactPoint", **({"url": address} if mail == address else {"email": mail})}


def _place(province: Province) -> dict[str, Any]:
    names = _names(dict(province.names)) if province.names else {}
    return _said({"@type": "Place", "@id": province.iri, **names, "identifier": province.code})


def _variables(described: Description) -> list[dict[str, Any]]:
    """The kinds of facts that the graph holds, each with how many."""
    numbers = described.counted.classes
    return [
        {"@type": "PropertyValue", "propertyID": kind, **_names(dict(labels)), "value": numbers[kind]}
        for kind, labels in described.vocabulary.facts.items()
        if kind in numbers
    ]


def _source(source: Document) -> dict[str, Any]:
    said = {"@type": "CreativeWork", "@id": source.iri, "name": source.title or source.name, "url": source.url}
    return _said({**said, "datePublished": source.date})


def _download(described: Description, file: PublishedFile) -> dict[str, Any]:
    addresses = described.addresses(file)
    return _said(
        {
            "@type": "DataDownload",
            "@id": described.below("file", file.path),
            "name": file.path,
            "description": "\n\n".join(_ordered(described.kind(file))) if file.parts else None,
            "contentUrl": addresses if file.parts else next(iter(addresses), None),
            "encodingFormat": file.type.media_type,
            "contentSize": f"{file.size} B",
            "sha256": file.sha256,
        }
    )


def _said(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Return the properties that have a value."""
    return {name: value for name, value in properties.items() if value not in (None, "", [])}

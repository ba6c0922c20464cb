"""A published folder -> its description, for portals of open data and for dataset search engines.

``about_file``  YAML as people write it, every mistake with its line
``about``       what only its publisher can say: title, licence, addresses
``files``       the files of the folder: size, checksum, kind
``counted``     what the graph says of itself: documents, provinces, figures
``vocabulary``  what the vocabulary says: its version, the kinds of facts
``description`` all of that in one value, and what of it is missing
``terms``       names and statements of RDF
``dcat``        the description as statements of DCAT 3, after DCAT-AP 3
``void``        the graph's statistics as statements of VoID
``schema_org``  the description as JSON-LD of schema.org
``describe``    ``describe``: write ``dataset.ttl`` and ``dataset.jsonld`` into the folder
"""

from __future__ import annotations

from exports.dataset.errors import DescriptionError

__all__ = ["DescriptionError"]

"""How the step that sees one document is run: in worker processes, within bounds, and once for each content.

``codec``        the facts of a document as bytes, and back
``fingerprint``  what the facts depend on beside the document: the program, its tables, its libraries
``cache``        facts that were read before, in one file on disk
``pool``         worker processes that may be lost, each with its bounds
``reading``      files -> facts, in the order of the files, through cache and pool
``shelf``        what one build has read, on disk, by document
"""

"""Footnotes: the passages behind the rows of an answer, numbered, to be cited.

``notes``      rows -> numbered passages
``markdown``   the answer with its notes, for a text
``csv_rows``   the notes as a table
``bibtex``     the documents as entries for LaTeX, with the words quoted
``csl_json``   the same for Zotero, Pandoc and other citation processors
``render``     the four by name
"""

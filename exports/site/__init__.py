"""A static site of a graph: pages that work from a file share, a forge's pages and ``file://``, in two languages.

``source``       what the pages are made of: the graph read once, its things, statements and source texts
``things``       what has a page, its name and its path
``statements``   what the graph says of a thing, and what says something of it
``words``        the words of the pages in Chinese and English; labels of the vocabulary
``render``       templates
``pages/``       one module for each sort of page: a function from a source and a language to pages
``write``        the whole site

A page links to others by relative paths, so the folder can be moved. Nothing is fetched: styles, scripts and fonts
lie in the site.
"""

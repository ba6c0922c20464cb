"""What a notebook shows of answers, questions and footnotes: HTML that stands in any notebook.

``grid``       a table: headings, cells, the first and the last rows of a long one
``answer``     the answer to a question as a grid
``questions``  stored questions as a grid
``notes``      an answer with its footnotes below it
``anchors``    names of places in a page that no other output has
``templates``  the HTML itself

No style sheet, no script, nothing from outside: light and dark notebooks give the colours. All text is escaped.
"""

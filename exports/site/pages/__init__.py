"""The pages: one module for each sort, with a function ``pages(source, language)`` that yields them."""

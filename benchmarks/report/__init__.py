"""The report of one run: ``results.json``, ``RESULTS.md`` and the charts."""

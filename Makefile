# make help lists the targets. Everything is installed into .venv, from the locks, and nothing elsewhere
# (save Debian packages that tests need, by make test; see .ci/packages).

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
PYTEST_ARGS ?=
BENCH_ARGS ?=
GATE_ARGS ?=

# Stamps: a second run installs nothing, unless a lock or pyproject.toml has changed.
MADE := $(VENV)/.made
RUN := $(VENV)/.installed
DEV := $(VENV)/.installed-dev

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help demo exports test lint pytest gate packages assets bench wheel lock clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

demo: exports ## install, build the sample documents in seeds/ into exports/, and say what to open
	@echo
	@echo "Open in a browser:      exports/graph.html"
	@echo "Load into a store:      exports/graph.ttl"
	@echo "Open in a spreadsheet:  exports/nodes.csv, exports/edges.csv"
	@echo "Open in Gephi:          exports/graph.graphml"
	@echo "What was read:          exports/report.json"
	@echo
	@echo "Try next:               $(BIN)/kg explain exports 文立诚"
	@echo "Your own documents:     $(BIN)/kg build FOLDER -o OUT"

exports: $(RUN) ## build seeds/ into exports/, with all default formats
	$(BIN)/kg build seeds -o exports

test: packages lint pytest ## set up what tests need, then lint, check types and run every test

lint: $(DEV) ## ruff and mypy
	$(BIN)/ruff check --output-format concise
	$(BIN)/ruff format --check --quiet
	$(BIN)/mypy --strict kg

pytest: $(DEV)
	$(BIN)/python -m pytest -q -n auto $(PYTEST_ARGS)

gate: $(DEV) ## measure scores and confidences on documents with gold anew, and pin them (GATE_ARGS=--lower accepts a fall)
	$(BIN)/python tests/gate.py $(GATE_ARGS)

packages:
	@PYTHON=$(PYTHON) .ci/packages
	@.ci/node
	@.ci/assets

bench: $(DEV) ## measure throughput beside jieba.cut, and memory (BENCH_ARGS="--size 4 --json out.json")
	$(BIN)/python -m bench $(BENCH_ARGS)

assets: ## get the editor for SPARQL that kg serve shows, where npm is there (wheels ship it)
	@.ci/assets

wheel: $(DEV) assets ## build the wheel into dist/
	$(PIP) wheel --no-deps --no-build-isolation --wheel-dir dist .
	@ls dist/*.whl

lock: ## make the locks anew from pyproject.toml, keeping versions that still fit (.ci/lock --upgrade for new ones)
	.ci/lock

clean: ## remove .venv, caches and built wheels; exports/ stays
	rm -rf $(VENV) dist build .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(MADE):
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null || { \
	  version=$$($(PYTHON) --version 2>/dev/null) || version="not there"; \
	  echo "zhengmai needs Python 3.11, 3.12 or 3.13; $(PYTHON) is $$version." >&2; \
	  echo "Name another one: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "python -m venv failed; on Debian and Ubuntu: apt-get install python3-venv" >&2; rm -rf $(VENV); exit 1; }
	@touch $@

$(RUN): $(MADE) requirements.lock pyproject.toml
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV): $(RUN) requirements-dev.lock
	$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

# Two commands do everything: `make run` (the coach) and `make test` (every check).
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python

.PHONY: run test bench chaos lock clean
.DEFAULT_GOAL := help

help: ## What can be done here
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: $(VENV)/run.stamp ## Start the coach: Telegram with a token, a local chat page without
	@$(PY) -m bot run

test: $(VENV)/test.stamp ## Style, types, floors, and every test, on SQLite, PostgreSQL and a real browser
	@$(PY) -m tests

bench: $(VENV)/test.stamp ## Speed and memory beside stock bots, as ratios
	@$(PY) -m tests.bench

chaos: $(VENV)/test.stamp ## The long tests: kills, a failing wire, a database in trouble, every zone, fuzz, strangers, floods
	@$(PY) -m tests.chaos

lock: $(VENV)/test.stamp ## Resolve the dependencies again and write both lock files
	@$(PY) -m pip -q install uv
	$(PY) -m uv pip compile pyproject.toml --universal --generate-hashes --no-header --no-annotate --upgrade -q -o deploy/requirements.txt
	$(PY) -m uv pip compile pyproject.toml --group test --universal --generate-hashes --no-header --no-annotate --upgrade -q -c deploy/requirements.txt -o tests/requirements.txt

clean: ## Remove what the other commands made (never the data folder)
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Backcoach needs Python 3.11 or newer; name one with: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: deploy/requirements.txt | $(VENV)/bin/python
	@echo "Installing what the coach needs (once) ..."
	@$(PY) -m pip install -q --disable-pip-version-check --require-hashes -r deploy/requirements.txt
	@touch $@

$(VENV)/test.stamp: tests/requirements.txt | $(VENV)/bin/python
	@echo "Installing what the coach and its tests need (once) ..."
	@$(PY) -m pip install -q --disable-pip-version-check --require-hashes -r tests/requirements.txt
	@touch $@ $(VENV)/run.stamp

# make demo       check the example article and show the verdicts
# make test       run every test
# make check      format, lint and types
# make benchmark  measure speed, beside other libraries, and write docs/figures.csv
# make clean      remove what these made

PYTHON ?= $(firstword $(foreach name,python3 python3.14 python3.13 python3.12 python3.11,$(shell \
	$(name) -c 'import sys; sys.version_info >= (3, 11) and print("$(name)")' 2>/dev/null)))
BIN := .venv/bin

.PHONY: demo test check format benchmark clean

demo: .venv/installed
	@echo '$$ verifier check examples/artikel.txt --reference examples/rujukan.csv'
	@$(BIN)/verifier check examples/artikel.txt --reference examples/rujukan.csv || [ $$? -eq 1 ]
	@$(BIN)/verifier check examples/artikel.txt --reference examples/rujukan.csv \
		--format json --output demo.json || [ $$? -eq 1 ]
	@echo 'The same as JSON: demo.json'

test: .venv/developing
	$(BIN)/python -m pytest -n auto

check: .venv/developing
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

format: .venv/developing
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

benchmark: .venv/benchmarking
	$(BIN)/python -m benchmarks --output docs/figures.csv

clean:
	rm -rf .venv dist demo.json .mypy_cache .pytest_cache .ruff_cache .hypothesis

# Each stamp is made again only when pyproject.toml changes.

.venv/python:
	@test -n '$(PYTHON)' || { echo 'make: needs Python 3.11 or newer (or make PYTHON=/path/to/python3)' >&2; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	@touch $@

.venv/installed: pyproject.toml | .venv/python
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

.venv/developing: pyproject.toml | .venv/python
	$(BIN)/python -m pip install --quiet --editable '.[all]' --group dev
	@touch $@ .venv/installed

.venv/benchmarking: pyproject.toml | .venv/developing
	$(BIN)/python -m pip install --quiet --editable '.[all,benchmarks]'
	@touch $@

# The commands that people use; CI calls the same ones. They need Python 3.11, 3.12 or 3.13, make, and nothing else installed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CORPUS ?= demo

.PHONY: help install demo test check app bench lock clean

help:
	@echo "make demo     set up, write the sample corpus, ingest it, print the timeline, write the CSV"
	@echo "make test     every test"
	@echo "make check    lint, types, architecture, docs"
	@echo "make app      open the app on the corpus of make demo (CORPUS=folder for another)"
	@echo "make bench    measure: scores on gold, speed beside other readers"
	@echo "make install  only set up $(VENV)"

install: $(VENV)/.installed

$(VENV)/.installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' \
	  || { echo "Pincite needs Python 3.11, 3.12 or 3.13; set PYTHON=python3.12, say"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.installed requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

demo: $(VENV)/.installed
	$(BIN)/pincite sample $(CORPUS)
	$(BIN)/pincite ingest $(CORPUS) $(CORPUS)/filings || [ $$? -eq 3 ]
	$(BIN)/pincite timeline $(CORPUS) --topic "data sourcing"
	$(BIN)/pincite timeline $(CORPUS) -o $(CORPUS)/timeline.csv
	@echo "The whole timeline is in $(CORPUS)/timeline.csv. To look around:  make app"

test: $(VENV)/.dev
	$(BIN)/python -m pytest -n 2 --dist loadgroup -m "not browser"
	$(BIN)/python -m pytest -m browser

check: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest tests/test_architecture.py tests/test_docs.py

app: $(VENV)/.installed
	$(BIN)/pincite app $(CORPUS)

bench: $(VENV)/.dev
	$(BIN)/python -m bench

# Needs uv. No host and no path ends up in the files.
lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml -o requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml --group dev -o requirements-dev.lock

clean:
	rm -rf $(VENV) demo out

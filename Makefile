# make run: the app with its samples.  make test: everything that must pass.
# Needs Python 3.11 or later and make; all else goes into .venv (and, for the tests, a Chromium).

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
# the first Python that is new enough; PYTHON=... chooses another
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)

.PHONY: run test lint unit browser chromium

run: $(VENV)/.ready
	$(BIN)/streamlit run app.py --server.showEmailPrompt false

test: lint unit browser

lint: $(VENV)/.ready-dev
	$(BIN)/ruff check .
	$(BIN)/mypy core

unit: $(VENV)/.ready-dev
	$(BIN)/pytest -n 2 tests/core tests/pages

browser: $(VENV)/.ready-dev chromium
	$(BIN)/pytest tests/browser

chromium: $(VENV)/.ready-dev
	@.ci/chromium $(BIN)

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Cronaca needs Python 3.11 or later; install it, or name it: make PYTHON=..." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo "No virtual environment could be made; on Debian and Ubuntu install python3-venv" >&2; exit 1; }

$(VENV)/.ready: requirements.txt | $(BIN)/python
	$(PIP) -r requirements.txt
	@touch $@

$(VENV)/.ready-dev: requirements-dev.txt requirements.txt | $(BIN)/python
	$(PIP) -r requirements-dev.txt
	@touch $@ $(VENV)/.ready

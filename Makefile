PYTHON ?= python3
VENV ?= .venv
ARTICLE ?= seeds/russia-strikes-ukraine.txt
PIP_INSTALL = $(VENV)/bin/python -m pip install --quiet --disable-pip-version-check

.PHONY: run test check docs lock clean

run: $(VENV)/ready ## Set everything up and open the bundled article
	@$(VENV)/bin/dateline $(ARTICLE)

test: $(VENV)/ready-dev check ## Set everything up, check and run all tests
	$(VENV)/bin/python -m pytest

check: $(VENV)/ready-dev ## Lint, format and types
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/ready: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(PIP_INSTALL) --require-hashes --requirement requirements.lock
	$(PIP_INSTALL) --no-deps --editable .
	@touch $@

$(VENV)/ready-dev: requirements-dev.lock pyproject.toml $(VENV)/ready
	$(PIP_INSTALL) --require-hashes --requirement requirements-dev.lock
	@touch $@

docs: $(VENV)/ready-dev ## Make the pages of keys and the pictures
	$(VENV)/bin/python -m dateline.reader.manual > docs/keys.md
	$(VENV)/bin/python -m dateline.reader.manual --man > docs/dateline.1
	$(VENV)/bin/python docs/make_pictures.py

lock: ## Write the lock files anew (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header pyproject.toml -o requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --extra dev pyproject.toml -c requirements.lock -o requirements-dev.lock

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache

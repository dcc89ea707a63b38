# The verbs a newcomer needs. Quiet when all is well.
PYTHON ?= python3

.PHONY: install frontend

install: .venv/.installed

.venv/.installed: pyproject.toml
	@test -x .venv/bin/python || $(PYTHON) -m venv .venv
	@.venv/bin/python -m pip install --quiet --editable '.[dev]'
	@touch $@

# after a change in frontend/ or in a translation
frontend: install
	@.venv/bin/python hatch_build.py

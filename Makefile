# The verbs a newcomer needs. Quiet when all is well; the first time takes a minute or two.
#
#   make demo      Kring on this machine, with companions to try a meeting with
#   make test      everything that is tested, browsers included
#   make check     format, lint, types, imports, migrations, translations, methods
#   make format    put the code in the shape that check wants
#   make bench     the figures of docs/performance.md
#   make frontend  after a change in frontend/ or in a translation
#   make messages  after a change of a text in Python or in a template
#   make lock      after a change of what Kring needs

PYTHON ?= python3
BIN := .venv/bin
export PATH := $(CURDIR)/$(BIN):$(PATH)
export DJANGO_SETTINGS_MODULE := kring.web.settings

# say what a command said only if it fails
quietly = out=$$($(1) 2>&1) || { printf '%s\n' "$$out"; exit 1; }

# a check must not touch the data of a Kring that runs on this machine
check: export KRING_DATA := $(CURDIR)/.venv/data

.SILENT:
.NOTPARALLEL:
.PHONY: install demo test check format bench frontend checks browser paper messages lock

install: $(BIN)/.installed

$(BIN)/.installed: requirements/dev.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Kring needs Python 3.11 or newer; try: make PYTHON=python3.12")'
	test -x $(BIN)/python || { echo 'making .venv'; $(PYTHON) -m venv .venv; }
	echo 'installing what Kring needs'
	$(call quietly,$(BIN)/python -m pip install --requirement requirements/dev.lock)
	$(call quietly,$(BIN)/python -m pip install --no-deps --no-build-isolation --editable .)
	touch $@

demo: frontend
	$(BIN)/kring demo

test: checks browser paper
	npm --silent --prefix frontend test
	$(BIN)/pytest --numprocesses auto --dist worksteal

check: checks
	$(call quietly,ruff format --check --quiet)
	$(call quietly,ruff check --quiet)
	$(call quietly,mypy)
	$(call quietly,lint-imports)
	$(call quietly,npm --silent --prefix frontend run types)
	$(call quietly,npm --silent --prefix frontend run lint)
	$(call quietly,django-admin check --fail-level WARNING)
	$(call quietly,django-admin makemigrations --check --dry-run)
	$(call quietly,python scripts/messages.py --check)
	$(call quietly,kring methods check)

format: checks
	ruff check --fix --quiet || true
	ruff format --quiet
	npm --silent --prefix frontend run format

bench: frontend
	for name in rooms meeting pages forming hall; do kring bench $$name || exit 1; done

frontend: install
	$(BIN)/python hatch_build.py

# the front end, and what is needed to check it
checks: install
	$(BIN)/python hatch_build.py --checks

browser:
	sh scripts/chromium.sh

paper: install
	sh scripts/pango.sh

messages: install
	$(BIN)/python scripts/messages.py
	$(BIN)/python hatch_build.py

lock: install
	uv pip compile --quiet --universal --python-version 3.11 --no-annotate --no-header --extra dev pyproject.toml --output-file requirements/dev.lock
	npm --silent --prefix frontend install --package-lock-only

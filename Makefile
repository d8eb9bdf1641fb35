# The commands of this project. `make run` and `make test` need python3 (3.11 or newer) and make.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready
# Two test files at a time, unless they would share one PostgreSQL.
WORKERS := $(if $(filter postgres%,$(DATABASE_URL)),,-n 2 --dist loadfile)

.DEFAULT_GOAL := help
.PHONY: help setup run test check format lock bench chaos clean

help:  ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## */  make \1	/' | expand -t 16

setup: $(READY)  ## make .venv and install what requirements.lock pins

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Plankeeper needs Python 3.11 or newer: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	@# A first try without python3-venv leaves a python there and no pip.
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv .venv || \
	  { echo "python3 cannot make a virtual environment (on Debian: apt install python3-venv)"; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

run: $(READY)  ## start the bot: on Telegram with BOT_TOKEN, on a chat page of this computer without
	@$(BIN)/python -m bot

test: $(READY)  ## every test; those in a browser need chromium
	@sh tests/browser/chromium.sh; \
	case $$? in \
	  0) $(BIN)/python -m pytest $(WORKERS) ;; \
	  3) $(BIN)/python -m pytest $(WORKERS) --ignore=tests/browser ;; \
	  *) exit 1 ;; \
	esac

check: $(READY)  ## format, lint, types, import rules, texts and content
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest tests/house
	$(BIN)/python -m bot check

format: $(READY)  ## put the code into its format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: $(READY)  ## pin the newest versions that pyproject.toml allows (needs uv)
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-header --upgrade --output-file requirements.lock

bench: $(READY)  ## the figures that README and docs quote; writes docs/benchmarks.md, answers.md
	$(BIN)/python -m bench
	$(BIN)/python -m bench.found

chaos: $(READY)  ## kill -9 the real process again and again while reminders are due
	$(BIN)/python -m bench.chaos

clean:  ## remove what can be made again
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache *.egg-info

# `make demo` and `make test` set up everything they need inside this folder. Tested on Debian 12; macOS is untested.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
export PYTHONUTF8 := 1
export HF_HUB_OFFLINE := 1

.PHONY: install demo serve test check format lock clean

install: $(VENV)/installed

$(VENV)/installed: requirements.lock pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "python3 is missing. Debian: sudo apt-get install python3 python3-venv"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or later is needed; $(PYTHON) is $$($(PYTHON) -V). Debian 12: sudo apt-get install python3, or make PYTHON=python3.11"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "The Python module venv is missing. Debian: sudo apt-get install python3-venv"; exit 1; }
	@echo "Setting up $(VENV) (about 100 packages, once) …"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

demo: install
	@TRACUU_DATA=.demo $(BIN)/tracuu demo

serve: install
	@TRACUU_DATA=$${TRACUU_DATA:-.demo} $(BIN)/tracuu serve

test: check
	$(BIN)/python -m pytest

check: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: install
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock:
	uv pip compile pyproject.toml --extra dev --generate-hashes --no-header --no-emit-index-url --no-annotate --python-version 3.11 -o requirements.lock

clean:
	rm -rf $(VENV) .demo .mypy_cache .pytest_cache .ruff_cache

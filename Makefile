# Two commands do everything on a fresh Debian machine with git and Python 3.11 or newer:
#   make dist   set up and build the course into dist/
#   make test   set up, with Chromium and the npm packages, and run all tests
# and beside them: make quick (the fast tests), make check (the static checks), make fuzz (spoiled packages for the
# checker, RUNS of them), make clean.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
APT := $$(test "$$(id -u)" = 0 || echo sudo) apt-get

.PHONY: dist test quick check fuzz docs clean
.DELETE_ON_ERROR:

dist: $(VENV)/installed
	$(BIN)/scormkit build course --output dist --target all

# What is compiled is kept from run to run, wherever it may not be kept beside its source.
PYTEST := PYTHONDONTWRITEBYTECODE= PYTHONPYCACHEPREFIX="$(CURDIR)/$(VENV)/compiled" $(BIN)/python -m pytest -n auto

test: $(VENV)/test-installed node_modules/.installed chromium
	$(PYTEST) --dist loadgroup

quick: $(VENV)/test-installed
	$(PYTEST) --dist loadfile --hypothesis-profile quick -m "not slow and not browser" --ignore tests/browser

check: $(VENV)/test-installed node_modules/.installed
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/node node_modules/typescript/bin/tsc --project tsconfig.json

# What it found stays in build/fuzz, so that the next run goes on from there. Without a wheel of atheris it ends in words.
RUNS ?= 20000
fuzz: $(VENV)/test-installed
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[fuzz]'
	@$(BIN)/python -c "import atheris" || { echo "atheris has no wheel for this machine; see docs/libraries.md"; exit 1; }
	mkdir -p build/fuzz
	$(BIN)/python -m tests.fuzz.fuzz_check -runs=$(RUNS) -max_len=4096 -len_control=0 -artifact_prefix=build/fuzz- build/fuzz

docs: $(VENV)/installed
	$(BIN)/python -m scormkit.course.reference > docs/course.md
	$(BIN)/python -m scormkit.checking.reference > docs/rules.md

# Debian keeps venv's pip in a package of its own, which is brought in where it is missing.
$(BIN)/pip:
	$(PYTHON) -m venv $(VENV) || { $(APT) update -qq && $(APT) install -y -qq python3-venv && $(PYTHON) -m venv --clear $(VENV); }

$(VENV)/installed: $(BIN)/pip pyproject.toml hatch_build.py scormkit/control_documents/official.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/test-installed: $(BIN)/pip pyproject.toml hatch_build.py scormkit/control_documents/official.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[test]'
	touch $@ $(VENV)/installed

# Node.js and npm come from PyPI with the test extra.
node_modules/.installed: package.json package-lock.json $(VENV)/test-installed
	PATH="$(CURDIR)/$(BIN):$$PATH" npm ci --no-audit --no-fund --ignore-scripts
	touch $@

.PHONY: chromium
# Without a window of its own Chromium takes half the time; it comes apart from it since Debian 12. One that is there will
# do where nothing can be installed.
chromium:
	@command -v chromium-headless-shell >/dev/null \
	|| { test "$$(id -u)" != 0 && command -v chromium >/dev/null; } \
	|| { $(APT) update -qq && { $(APT) install -y -qq --no-install-recommends chromium-headless-shell fonts-dejavu-core \
		|| $(APT) install -y -qq --no-install-recommends chromium fonts-dejavu-core; }; } \
	|| command -v chromium >/dev/null

clean:
	rm -rf $(VENV) node_modules build scormkit/control_documents/official
	find dist -mindepth 1 ! -name README.md -delete

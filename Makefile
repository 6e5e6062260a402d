# Two words: make demo, make test. Both set everything up first and say what they do.
.DEFAULT_GOAL := help
PYTHON ?= python3
PY := .venv/bin/python
# uv hard-links packages from its cache; a copy cannot be changed from another checkout.
export UV_LINK_MODE := copy

.PHONY: help demo test format

help:
	@echo "make demo    set up, make the fictional world, start the site on http://127.0.0.1:8000"
	@echo "make test    set up and run every check"
	@echo "make format  put the code in order"

.venv/ready: pyproject.toml uv.lock
	@echo "== Setting up the environment in .venv (Python and packages from PyPI)"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Rihai needs Python 3.11 or newer; try: make PYTHON=python3.11 $(MAKECMDGOALS)"; exit 1; }
	@test -x .venv/bin/pip || $(PYTHON) -m venv .venv || { echo "The venv module is missing; on Debian: apt-get install python3-venv"; exit 1; }
	@$(PY) -m pip install --quiet --disable-pip-version-check uv
	@.venv/bin/uv sync --quiet --frozen --python $(PY)
	@touch $@

# The extras and Java are for CI, where nothing is skipped; at home their tests are skipped and say so.
# `make test CI=true` runs them at home too.
.venv/extras: .venv/ready .ci/system
	@.ci/system
	@echo "== Adding the extras (linkage, spark) to .venv, so that no test is skipped"
	@.venv/bin/uv sync --quiet --frozen --all-extras --python $(PY)
	@touch $@

# pycanon pins numpy and pandas, which we cannot share; it measures research extracts from an environment of its own
# (docs/adr/0037). Where its Python has no wheels of these, the test that needs it is skipped and says so.
.venv/risk: .venv/ready rihai/advocacy/research/measurer/requirements.txt
	@echo "== Adding pycanon in .venv/risk, which measures the risk of research extracts"
	@rm -rf $@ && .venv/bin/uv venv --quiet --python $(PY) $@ && .venv/bin/uv pip install --quiet --python $@/bin/python \
	  --no-deps --only-binary :all: --require-hashes -r rihai/advocacy/research/measurer/requirements.txt \
	  || { rm -rf $@; echo "pycanon could not be set up here; its test is skipped"; }

# What Django reads of the translations; made anew when one of them changes.
.venv/words: .venv/ready $(wildcard rihai/*/locale/*/LC_MESSAGES/django.po)
	@$(PY) -m rihai.kit.catalogues
	@touch $@

demo: .venv/words
	@$(PY) -m rihai demo

test: .venv/words $(if $(CI),.venv/extras .venv/risk,.venv/system)
	@$(PY) -m tests.run

# Chromium and Java are installed where that can be done, and named where it cannot; their tests then skip aloud.
.venv/system: .ci/system
	@.ci/system
	@mkdir -p .venv && touch $@

format: .venv/ready
	@.venv/bin/ruff format . && .venv/bin/ruff check --fix .
	@find rihai -path '*/templates/*' -name '*.html' | xargs .venv/bin/djade --target-version 5.2

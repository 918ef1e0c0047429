# One command per job; `make help` lists them. Paths are relative, so that a
# folder with spaces in its name works.

PYTHON ?= python3
BIN := .venv/bin
PAPER ?= letter
ENGINE ?= mkdocs
PERFORMANCE ?= 100
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help site handouts serve test record fuzz check bench lighthouse screenshots codes lock clean

help: ## List these commands
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 18

site: .venv/$(if $(filter mkdocs,$(ENGINE)),site,engines).stamp ## Build the website into site/ and check every page; ENGINE=properdocs, zensical
	@$(BIN)/python -m kapguide build --site-dir site --engine $(ENGINE)

handouts: .venv/handouts.stamp ## The same, with a PDF of each page and one of all to print; PAPER=a4
	@$(BIN)/python -m kapguide build --site-dir site --handouts --paper $(PAPER)

serve: .venv/site.stamp ## Show a live preview in the browser while you write
	@$(BIN)/python -m kapguide serve

test: .venv/test.stamp ## Run all tests, those in the browser included
	@$(BIN)/python -m pytest -n auto --dist worksteal

record: .venv/test.stamp ## Hold the guide's text against the record that it was handed over with
	@$(BIN)/python -m pytest -m handed_over

fuzz: .venv/test.stamp ## Give every reader 20,000 texts that nobody meant; a quarter of an hour
	@$(BIN)/python -m pytest tests/fuzz --hypothesis-profile=fuzz

check: .venv/test.stamp ## Look over the code: lint, format, types
	@$(BIN)/python -m ruff check .
	@$(BIN)/python -m ruff format --check .
	@$(BIN)/python -m mypy

lock: .venv/test.stamp ## Renew requirements/*.txt from pyproject.toml
	@requirements/lock

bench: .venv/test.stamp ## Time our builds beside those of others, and the checks
	@benchmarks/run
	@benchmarks/run checks

lighthouse: .venv/test.stamp ## Measure five pages with Lighthouse, as on a phone; needs Node
	@$(BIN)/python -m kapguide build --site-dir site
	@$(BIN)/python tests/browser/lighthouse.py site --performance $(PERFORMANCE)

screenshots: .venv/test.stamp ## Take pictures of every kind of page, into screenshots/
	@$(BIN)/python -m kapguide build --site-dir site
	@$(BIN)/python tests/browser/screenshots.py site screenshots

codes: .venv/site.stamp ## Write the tables of CONTRIBUTING.md anew
	@$(BIN)/python -m kapguide codes --write CONTRIBUTING.md

clean: ## Remove what the other commands made, the environment too
	@rm -rf .venv .cache site .site-* .pytest_cache .mypy_cache .ruff_cache .hypothesis

# The environment. requirements/install removes it again where it fails or is
# interrupted before the site's stamp; each stamp is written last, so what is
# half-made is never used.
.venv/site.stamp: requirements/site.txt requirements/install pyproject.toml packages/markdown-citations/pyproject.toml
	@requirements/install "$(PYTHON)" site

.venv/engines.stamp: requirements/engines.txt requirements/install .venv/site.stamp
	@requirements/install "$(PYTHON)" engines

.venv/handouts.stamp: requirements/handouts.txt requirements/install .venv/site.stamp
	@requirements/install "$(PYTHON)" handouts

.venv/test.stamp: requirements/test.txt requirements/install .venv/site.stamp
	@requirements/install "$(PYTHON)" test

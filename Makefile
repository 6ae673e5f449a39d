# Every command of the house. `make demo` and `make test` start from a fresh machine.

PORT ?= 8000
PYTHON ?= python3
export PORT PYTHON

.PHONY: help demo test unit lint migrations bench pictures reference coverage clean

help: ## What can be made.
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /make \1\t/' | expand -t 18

demo: ## A council's site with fictional data, on 127.0.0.1:8000 (PORT=... for another).
	@.ci/debian demo
	@.ci/venv .venv 8.0 pdf,word,accounts
	@.ci/demo

test: ready ## Everything: lint, types, migrations, tests on SQLite and PostgreSQL, a browser.
	@.ci/test

unit: ready ## The quick ones: tests on SQLite, no browser.
	@.ci/test unit

lint: ready ## Mistakes, layout, types, layers, templates.
	@.ci/test lint

migrations: ready ## Makes the new migration of each app anew; landed ones stay.
	@.venv-wagtail74/bin/python .ci/make_migrations.py

bench: ready ## Benchmarks, each beside its peer; writes tests/benchmarks/results.json.
	@PYTHONPATH=.:sandbox .venv/bin/python tests/benchmarks/run.py

pictures: ready ## The pictures in docs/pictures, taken anew.
	@PYTHONPATH=.:sandbox .venv/bin/python tests/browser/pictures.py

reference: ready ## The pages of docs/reference/forms, written anew from the shipped forms.
	@.venv/bin/python .ci/form_reference.py

coverage: ready ## Which lines the quick tests run.
	@.venv/bin/coverage erase
	@.venv/bin/coverage run -m pytest -q -m "not browser"
	@.venv/bin/coverage combine -q
	@.venv/bin/coverage report

clean: ## Removes what was made here: environments, the demo's data, caches.
	rm -rf .venv .venv-wagtail74 var pep_plugin.egg-info .mypy_cache .ruff_cache .pytest_cache

.PHONY: ready
ready:
	@.ci/debian test
	@.ci/venv .venv 8.0 test,lint
	@.ci/venv .venv-wagtail74 7.4 test

# The commands of this checkout; what they do stands in installer/.
.POSIX:
.PHONY: setup run test fast check lock schema screenshots translations clean

setup: # system packages that are missing, .venv, pinned dependencies
	@installer/setup.sh run

run: setup # open the wizard, or audit this computer where there is no display
	@installer/run.sh

test: # everything, on real parts
	@installer/setup.sh test
	@installer/test.sh all

fast: setup # ruff, mypy and the unit tests
	@installer/test.sh fast

check: setup # ruff, mypy and import-linter
	@installer/test.sh check

lock: setup # write requirements.lock anew (UPGRADE=--upgrade for the newest versions)
	@UPGRADE="$(UPGRADE)" installer/lock.sh

schema: setup # write the schemas in checks/ anew, after a change to the form of content or inventories
	@.venv/bin/bartizan checks schema --out checks/schema.json
	@.venv/bin/bartizan checks schema --inventory --out checks/inventory.schema.json

screenshots: setup # pictures of the wizard, drawn without a display
	@.venv/bin/python tests/screenshots.py screenshots

translations: setup # collect sentences for translators, after a change to any of them
	@installer/translations.sh

clean: # what setup, tests and builds made; reports/ stays
	rm -rf .venv .venv-noqt build dist *.egg-info .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis \
	    .import_linter_cache screenshots

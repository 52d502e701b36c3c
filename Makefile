# Two commands are enough: `make demo` and `make test`. `make help` lists the rest.
PYTHON ?= python3
# not ?=: some shells export HOST, the machine's name
HOST = 127.0.0.1
PORT = 8000
RUN = .venv/bin/python
SHELL = /bin/bash
export DJANGO_SETTINGS_MODULE ?= cms.settings.development
# without bytecode every process compiles Django and Wagtail anew: 3 s each
unexport PYTHONDONTWRITEBYTECODE
.DEFAULT_GOAL = help
timed = @printf '%s …\n' "$(1)"; s=$$(date +%s%N); $(2) || exit 1; echo "$(1): $$(( ($$(date +%s%N) - s) / 1000000 )) ms"

.PHONY: help demo test test-postgres check lint bench soak-queue soak-mail messages compile locks docs pictures browser npm validator

help: ## list the commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 24

# with the machine's own pip a new environment needs none of its own, which takes 3 s to unpack
.venv/uv:
	@{ $(PYTHON) -m venv --without-pip .venv && $(PYTHON) -m pip --python $(RUN) install -q uv 2>/dev/null; } || \
	{ $(PYTHON) -m venv .venv && $(RUN) -m pip install -q uv; }
	@touch .venv/uv

.venv/runtime: requirements.lock | .venv/uv
	$(call timed,Packages,{ [ -f .venv/dev ] || .venv/bin/uv pip install -q --python $(RUN) --require-hashes -r requirements.lock; })
	@touch .venv/runtime

.venv/dev: requirements-dev.lock | .venv/uv
	$(call timed,Packages for tests,.venv/bin/uv pip install -q --python $(RUN) --require-hashes -r requirements-dev.lock)
	@touch .venv/dev .venv/runtime

demo: .venv/runtime compile ## set everything up, load the demo, serve it (PORT=, HOST=, RESET=1)
	@$(RUN) manage.py demo --host $(HOST) --port $(PORT) $(if $(RESET),--reset)

compile: .venv/runtime ## compile the translations of the interface
	@$(RUN) -m cms.messages compile

browser:
	@command -v chromium >/dev/null || (apt-get update -q && apt-get install -y -q --no-install-recommends chromium) >/dev/null 2>&1 || true
	@command -v chromium >/dev/null || { echo "!!! CHROMIUM IS MISSING: the browser tests do not run !!!"; [ -z "$(CI)" ]; }

# the Nu Html Checker and Lighthouse
npm:
	@command -v npm >/dev/null || (apt-get update -q && apt-get install -y -q --no-install-recommends npm) >/dev/null 2>&1 || true
	@[ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --silent --ignore-scripts || npm ci --silent --ignore-scripts || true

# the Nu Html Checker needs Java
validator: npm
	@command -v java >/dev/null || (apt-get update -q && apt-get install -y -q --no-install-recommends default-jre-headless) >/dev/null 2>&1 || true
	@{ command -v java && [ -f node_modules/vnu-jar/build/dist/vnu.jar ]; } >/dev/null || { echo "!!! THE HTML VALIDATOR IS MISSING: its tests do not run !!!"; }

test: .venv/dev browser validator lint ## everything the tests need, then all checks and tests on SQLite
	$(call timed,Tests,DJANGO_SETTINGS_MODULE=cms.settings.test $(RUN) -m pytest -n auto -q)

test-postgres: .venv/dev compile ## the tests that ask a database, on the PostgreSQL at TEST_DATABASE_URL
	@[ -n "$(TEST_DATABASE_URL)" ] || { echo "TEST_DATABASE_URL is missing: give the URL of a PostgreSQL."; exit 2; }
	$(call timed,Tests on PostgreSQL,DJANGO_SETTINGS_MODULE=cms.settings.test $(RUN) -m pytest -n auto -q --database --ignore=tests/browser)

check: lint ## the fast part: the same and the tests of the house (sizes, settings, locks)
	$(call timed,House,DJANGO_SETTINGS_MODULE=cms.settings.test $(RUN) -m pytest -q -n auto tests/architecture)

lint: .venv/dev compile ## format, lint, types, imports, migrations
	$(call timed,Format and lint,{ .venv/bin/ruff format --check -q . && .venv/bin/ruff check -q . && .venv/bin/curlylint -q templates; })
	$(call timed,Types,.venv/bin/mypy --no-error-summary cms home network resources search)
	$(call timed,Imports,.venv/bin/lint-imports > .venv/imports.log || { cat .venv/imports.log; false; })
	$(call timed,Migrations,DJANGO_SETTINGS_MODULE=cms.settings.test $(RUN) manage.py makemigrations --check --dry-run -v0)

bench: .venv/dev compile $(if $(filter start pages queue mail translations,$(PART)),,browser npm) ## measure (PART=start, pages, lighthouse, queue, mail or translations; no PART: everything)
	@$(RUN) manage.py bench $(PART)

soak-queue: .venv/dev ## 500 tasks under a kill a second, with web writers beside them (minutes)
	@for url in "" $(if $(TEST_DATABASE_URL),"$(TEST_DATABASE_URL)"); do \
	TEST_DATABASE_URL="$$url" DJANGO_SETTINGS_MODULE=tests.operations.queue.settings $(RUN) -m tests.operations.queue || exit 1; done

soak-mail: .venv/dev ## 300 mails under a kill a second, to a server that breaks off and goes away (minutes)
	@for url in "" $(if $(TEST_DATABASE_URL),"$(TEST_DATABASE_URL)"); do \
	TEST_DATABASE_URL="$$url" DJANGO_SETTINGS_MODULE=tests.operations.queue.settings $(RUN) -m tests.operations.mail.soak || exit 1; done

messages: .venv/dev ## extract the strings of the interface (needs gettext)
	@$(RUN) -m cms.messages extract

locks: .venv/uv ## renew the lock files, hashes without addresses
	@.venv/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header pyproject.toml -o requirements.lock
	@.venv/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --extra dev -c requirements.lock pyproject.toml -o requirements-dev.lock
	@npm install --silent --package-lock-only --ignore-scripts && node -e "const file = 'package-lock.json', fs = require('fs'), lock = JSON.parse(fs.readFileSync(file)); for (const one of Object.values(lock.packages)) { delete one.funding; delete one.resolved }; fs.writeFileSync(file, JSON.stringify(lock, null, 2) + '\n')"

pictures: .venv/dev compile browser ## take the pictures of the docs from the demo
	@$(RUN) -m tests.browser.pictures

docs: .venv/runtime ## write the table of settings into docs/operators.md
	@$(RUN) -m cms.docs

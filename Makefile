# Every task of this repository. `make` lists them.

.DEFAULT_GOAL := help
.PHONY: help run preview test dates check format content tour bench bench-update soak fuzz torture fleet bundle lock fonts symbols clean set-up-run set-up-dev

BIN := .venv/bin
KIOSK := $(BIN)/send-kiosk
CONTENT := build/content.db

help: ## List the tasks
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

set-up-run:
	@packaging/set-up run

set-up-dev: ## Set up what authors, publishers and programmers need
	@packaging/set-up dev

run: set-up-run ## Run the kiosk (without a display: draw every screen into build/tour)
	@test -f $(CONTENT) || $(KIOSK) content build
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		exec $(KIOSK) run; \
	else \
		echo "There is no display here, so the screens are drawn as pictures into build/tour."; \
		QT_QPA_PLATFORM=offscreen exec $(KIOSK) tour build/tour --layout portrait; \
	fi

preview: set-up-dev ## Show the kiosk as data/ is edited, with every problem beside it
	@$(KIOSK) preview

test: content ## Run every test; every branch outside kiosk/qt must be covered
	@$(BIN)/python -m pytest -n 2 --dist worksteal -m "not bundle" --cov --cov-report=term

dates: content ## Work out every rule twice, on every date from 2014 to 2040, and compare
	@$(BIN)/python -m tests.data.every_date

check: set-up-dev ## Style, types, layers and QML, all without a warning
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy --strict
	$(BIN)/lint-imports
	$(BIN)/python packaging/qml-lint

format: set-up-dev ## Put Python files in the one style
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

content: set-up-dev ## Check what the kiosk says and build build/content.db from data/
	@$(KIOSK) content build

tour: content ## Draw every screen as a picture into build/tour
	@QT_QPA_PLATFORM=offscreen $(KIOSK) tour build/tour

bench: content ## Measure speed and memory against a browser on this machine
	@$(BIN)/python -m tests.bench

bench-update: content ## Measure what the screen feels of a 20 MB release that arrives
	@$(BIN)/python -m tests.bench.updating

soak: content ## Touch the kiosk TOUCHES= times at random, renew it RELEASES= times, and watch its memory
	@$(BIN)/python -m tests.bench.soak $(TOUCHES)
	@$(BIN)/python -m tests.bench.renewals $(RELEASES)

fuzz: content ## Put bad input to everything that reads from outside, for MINUTES= (else 10)
	@$(BIN)/python -c "import atheris" 2>/dev/null || \
		$(BIN)/pip install --quiet --no-deps --require-hashes --only-binary :all: --requirement packaging/requirements/fuzz.txt || \
		echo "There is no atheris for this machine: inputs are mutated blindly."
	@$(BIN)/python -m tests.fuzz $(MINUTES)

torture: content ## Cut the power at every step of an update, and kill a real one KILLS= times (else 1000) by SEED=
	@$(BIN)/python -m tests.torture.power
	@$(BIN)/python -m tests.torture.attract
	@$(BIN)/python -m tests.torture $(or $(KILLS),1000) $(or $(SEED),1)
	@$(BIN)/python -m tests.torture 50 $(or $(SEED),1) 20

fleet: content ## Have KIOSKS= (else 2000) simulated kiosks look at one central folder, served by nginx
	@packaging/get-nginx
	@$(BIN)/python -m tests.fleet $(KIOSKS)

bundle: content ## Make dist/send-kiosk, which runs without Python, and try it
	@$(BIN)/pyinstaller --noconfirm --log-level WARN --distpath dist --workpath build/pyinstaller packaging/kiosk.spec
	@du -sm dist/send-kiosk
	@$(BIN)/python -m pytest -q -m bundle tests/packaging

lock: set-up-dev ## Choose newer versions of what we depend on and pin them
	@packaging/lock

fonts: set-up-dev ## Make the text font from FONTS=, the unpacked font package
	@$(BIN)/python packaging/fonts.py $(FONTS)

symbols: set-up-dev ## Make the symbol font and Symbols.qml from resources/icons
	@$(BIN)/python packaging/symbols.py

clean: ## Delete everything the tasks made, but for .venv
	rm -rf build dist *.egg-info .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find kiosk tests packaging -name __pycache__ -prune -exec rm -rf {} +

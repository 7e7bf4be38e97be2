#!/bin/sh
# Runs the tests. Every step runs, whatever an earlier one said; the last lines name those that failed.
#
#   installer/test.sh check   ruff, mypy, import-linter
#   installer/test.sh fast    ruff, mypy, unit tests
#   installer/test.sh all     everything (default)
set -eu
cd "$(dirname "$0")/.."

bin=.venv/bin
failed=''

# step NAME COMMAND...
step() {
    name=$1
    shift
    printf '\n== %s\n' "$name"
    before=$(date +%s)
    status=0
    "$@" </dev/null || status=$?
    after=$(date +%s)
    if [ $status = 0 ]; then
        printf '== %s: well, %s s\n' "$name" $((after - before))
    else
        printf '== %s: FAILED with status %s, %s s\n' "$name" $status $((after - before))
        failed="$failed$name; "
    fi
}

# tests VENV FOLDER...: folders without a test file yet are left out, and that is said.
tests() {
    venv=$1
    shift
    folders=''
    for folder in "$@"; do
        if [ -n "$(find "$folder" -name 'test_*.py' -print 2>/dev/null | head -n 1)" ]; then
            folders="$folders $folder"
        else
            echo "no tests in $folder"
        fi
    done
    [ -n "$folders" ] || return 0
    # loadgroup: tests that share one real part are marked xdist_group and stay on one worker.
    # shellcheck disable=SC2086  # a list of folders
    "$venv/bin/python" -m pytest -n auto --dist loadgroup -q $folders
}

lint() {
    step 'ruff check' $bin/ruff check .
    step 'ruff format' $bin/ruff format --check .
}
types() { step 'mypy' $bin/mypy; }
imports() { step 'import-linter' $bin/lint-imports; }

# Real parts that could not be installed would only show as skipped tests.
whole() {
    absent=$(cat .venv/.absent 2>/dev/null || true)
    [ -z "$absent" ] || { echo "not installed, so not tested with:$absent"; return 1; }
}

without_qt() { tests .venv-noqt tests/unit tests/content tests/ssh; }
with_qt() {
    # Not in pyproject.toml: the environment without Qt has no pytest-qt, and would refuse its settings.
    export QT_QPA_PLATFORM=offscreen PYTEST_QT_API=pyside6
    tests .venv tests/gui tests/e2e
}

# A root sshd wants this folder, which only the system's own service makes.
if [ "$(id -u)" = 0 ]; then mkdir -p /run/sshd; fi

case ${1:-all} in
    check)
        lint
        types
        imports
        ;;
    fast)
        lint
        types
        step 'unit tests' tests .venv tests/unit
        ;;
    all)
        lint
        types
        imports
        step 'tests without Qt' without_qt
        step 'tests with Qt' with_qt
        step 'real parts' whole
        ;;
    *)
        echo "test: '$1' is not known here; say check, fast or all" >&2
        exit 3
        ;;
esac

if [ -n "$failed" ]; then
    printf '\nFAILED: %s\n' "${failed%; }"
    exit 1
fi
printf '\nAll is well.\n'

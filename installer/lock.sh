#!/bin/sh
# Writes requirements.lock anew: every package with its version and hashes, for each Python from 3.11 and each system.
# Needs uv; where there is none it is put into an environment of its own that is thrown away again.
set -eu
cd "$(dirname "$0")/.."

uv=$(command -v uv || true)
if [ -z "$uv" ]; then
    scratch=$(mktemp -d)
    trap 'rm -rf "$scratch"' EXIT
    .venv/bin/python -m venv "$scratch/uv"
    "$scratch/uv/bin/pip" --disable-pip-version-check --quiet install uv
    uv=$scratch/uv/bin/uv
fi

# Versions in the file are kept unless pyproject.toml asks for others; `make lock UPGRADE=--upgrade` takes the newest.
# shellcheck disable=SC2086  # nothing, or options
"$uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes \
    --no-emit-index-url --no-emit-find-links --no-annotate --custom-compile-command 'make lock' \
    --extra dev --extra sign ${UPGRADE:-} --output-file requirements.lock pyproject.toml installer/build.in

if grep -n '://' requirements.lock; then
    echo "lock: requirements.lock names a host or a path in the lines above; it must not" >&2
    exit 1
fi
echo "lock: requirements.lock holds $(grep -c '^[a-z0-9]' requirements.lock) packages"

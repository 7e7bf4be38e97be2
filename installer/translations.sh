#!/bin/sh
# Collects what is said on screen and by the program into resources/translations, for Qt Linguist or any editor.
#
#   installer/translations.sh          every language that is there
#   installer/translations.sh CODE     begins a new one, such as "fr"
set -eu
cd "$(dirname "$0")/.."

bin=.venv/bin
new=${1:+resources/translations/program_$1.ts}
if [ -n "$new" ] && [ ! -e "$new" ]; then # the collector wants a file that is well-formed
    printf '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.1" language="%s"/>\n' "$1" >"$new"
fi

for file in resources/translations/program_*.ts; do
    code=${file##*/program_}
    # Without places in the source: they would change with every line that is added above.
    # shellcheck disable=SC2046  # names without spaces
    $bin/pyside6-lupdate -silent -no-obsolete -locations none -target-language "${code%.ts}" \
        $(find app ui -name '*.py' | sort) -ts "$file"
done
$bin/python installer/content_ts.py

#!/bin/sh
# Sets up what this checkout needs: system packages that are missing, .venv, pinned dependencies, the program itself.
#
#   installer/setup.sh [run|test]
#
# run   (default) what the program needs
# test  also what the tests need: real parts and a second environment without Qt (.venv-noqt)
#
# Safe to repeat. What is already there is left as it is, and a second run only looks.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"

tier=${1:-run}
case $tier in
    run | test) ;;
    *) echo "setup: '$tier' is not known here; say run or test" >&2; exit 3 ;;
esac

say() { printf 'setup: %s\n' "$*"; }
die() { printf 'setup: %s\n' "$*" >&2; exit 1; }

# ---------------------------------------------------------------- Python

# The first Python here that is new enough and whole (a build without ssl or sqlite3 is no use).
find_python() {
    for name in python3 python3.11 python3.12 python3.13 python3.14; do
        if "$name" -c 'import sys, ssl, sqlite3, ctypes; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
            "$name" -c 'import sys; print(sys.executable)'
            return
        fi
    done
}

# ---------------------------------------------------------------- system packages

if command -v apt-get >/dev/null 2>&1 && command -v dpkg-query >/dev/null 2>&1; then
    system=debian
elif command -v dnf >/dev/null 2>&1; then
    system=fedora
else
    system=other
fi

# One "name" per line for every package that is installed.
list_installed() {
    case $system in
        debian) dpkg-query -W -f '${db:Status-Status} ${Package}\n' 2>/dev/null | sed -n 's/^installed //p' ;;
        fedora) rpm -qa --qf '%{NAME}\n' ;;
        other) ;;
    esac
}

# Does this release know package $1? (apt has to have its lists for that)
is_known() {
    case $system in
        debian) [ -n "$(apt-cache show --no-all-versions "$1" 2>/dev/null)" ] ;;
        *) true ;;
    esac
}

# Prints "tier|names|reason|units" for each line of packages.txt that is wanted and not there, and for Python itself.
list_missing() {
    { list_installed; cat .venv/.left-out 2>/dev/null || true; } | awk -v tier="$tier" -v column="$([ $system = debian ] && echo 2 || echo 3)" '
        FNR == NR { installed[$0] = 1; next }
        /^#/ || NF < 4 { next }
        {
            for (i = 1; i <= NF; i++) gsub(/^ +| +$/, "", $i)
            names = $column
            if (($1 != "run" && tier != "test") || names == "-" || names in seen) next
            seen[names] = 1
            count = split(names, alternatives, "/")
            for (i = 1; i <= count; i++) if (alternatives[i] in installed) next
            print $1 "|" names "|" $4 "|" $5
        }' - FS='|' installer/packages.txt
    if [ $system = debian ]; then
        if [ -z "$python" ]; then
            echo "run|python3.11/python3|Python 3.11 or newer|"
            echo "run|python3.11-venv/python3-venv|makes .venv|"
        elif ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
            version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
            echo "run|python$version-venv/python3-venv|makes .venv|"
        fi
    elif [ -z "$python" ]; then
        echo "run|python3|Python 3.11 or newer|"
    fi
}

# Names the first alternative of $1 (a/b) that this release knows; nothing if it knows none.
choose() {
    for name in $(echo "$1" | tr / ' '); do
        if is_known "$name"; then
            echo "$name"
            return
        fi
    done
}

# How to become root: nothing, sudo, or "no".
find_root() {
    if [ "$(id -u)" = 0 ]; then
        echo ''
    elif ! command -v sudo >/dev/null 2>&1; then
        echo no
    elif sudo -n true >/dev/null 2>&1; then
        echo 'sudo -n'
    elif [ -t 0 ] && [ -t 2 ] && [ -z "${CI:-}" ]; then
        echo sudo
    else
        echo no
    fi
}

# $1 is how to become root, the rest are package names. Never removes a package.
install_packages() {
    as_root=$1
    shift
    case $system in
        debian)
            $as_root env DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1 \
                apt-get install -q -y -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 \
                --no-install-recommends --no-remove "$@"
            ;;
        fedora) $as_root dnf install -q -y --setopt=install_weak_deps=False "$@" ;;
    esac </dev/null >"$log" 2>&1
}

# While the test parts are being installed nothing starts them: their daemons are not wanted as services of this
# machine. A policy that is already there (as in most containers) is left alone.
policy=/usr/sbin/policy-rc.d
hold_services() {
    [ $system = debian ] && [ "$tier" = test ] && [ ! -e $policy ] || return 0
    printf '#!/bin/sh\n# for the time of installing test packages\nexit 101\n' >"$scratch/policy"
    $as_root install -m 755 "$scratch/policy" $policy && held=yes
}
release_services() {
    if [ "$held" = yes ]; then
        $as_root rm -f $policy
        held=no
    fi
}

scratch=
held=no
as_root=
finish() {
    release_services
    [ -z "$scratch" ] || rm -rf "$scratch"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# Installs what is missing and says so; what can't be installed is named in one line, and set-up goes on.
absent=''   # needed, and not to be had
left_out='' # extra, and does not fit this machine
system_packages() {
    if [ $system = other ]; then
        say "no apt or dnf here: install the libraries of installer/packages.txt by hand if Qt does not start"
        return
    fi
    missing=$(list_missing)
    [ -n "$missing" ] || return 0

    scratch=$(mktemp -d)
    log=$scratch/log
    as_root=$(find_root)

    if [ $system = debian ] && [ "$as_root" != no ]; then
        if ! $as_root apt-get update -q -o DPkg::Lock::Timeout=300 </dev/null >"$log" 2>&1; then
            say "the package lists could not be brought up to date: $(grep -m1 '^[EW]:' "$log" || tail -n 1 "$log")"
        fi
    fi

    needed=''
    extras=''
    units=''
    printf '%s\n' "$missing" >"$scratch/missing"
    while IFS='|' read -r kind names reason starts; do
        name=$(choose "$names")
        if [ -z "$name" ]; then
            [ "$as_root" != no ] || name=${names%%/*} # without lists nothing is known
        fi
        if [ -z "$name" ]; then
            say "$names is not known to this release ($reason)"
            [ "$kind" = extra ] || absent="$absent $names"
            continue
        fi
        [ "$as_root" = no ] || say "installing $name: $reason"
        units="$units $starts"
        case $kind in
            extra) extras="$extras $name" ;;
            *) needed="$needed $name" ;;
        esac
    done <"$scratch/missing"

    if [ "$as_root" = no ]; then
        case $system in
            debian) manager='apt-get install --no-install-recommends' ;;
            *) manager='dnf install' ;;
        esac
        say "these packages are missing, and there is neither root nor sudo here; run as root: $manager$needed$extras"
        absent="$absent$needed"
        return
    fi

    hold_services
    # shellcheck disable=SC2086  # a list of names
    if ! install_packages "$as_root" $needed $extras; then
        # One that can't be installed must not keep the others away.
        for name in $needed $extras; do
            if ! install_packages "$as_root" "$name"; then
                say "$name was not installed: $(grep -m1 '^E:' "$log" || tail -n 1 "$log")"
                case " $needed " in
                    *" $name "*) absent="$absent $name" ;;
                    *) left_out="$left_out $name" ;;
                esac
            fi
        done
    fi
    release_services
    if [ "$tier" = test ] && [ -d /run/systemd/system ]; then
        for unit in $units; do
            if [ "$(systemctl is-enabled "$unit" 2>/dev/null)" = enabled ]; then
                $as_root systemctl disable --quiet "$unit" && say "switched off $unit: the tests start their own"
            fi
        done
    fi
}

# ---------------------------------------------------------------- Python environments

digest() { cat "$@" | sha256sum | cut -d' ' -f1; }

# make_environment FOLDER LOCK: a virtual environment with what the lock file names and this checkout.
make_environment() {
    venv=$1
    lock=$2
    packages="$(digest "$lock" installer/setup.sh) $root"
    project="$(digest "$lock" pyproject.toml installer/setup.sh) $(echo */__init__.py)"
    if [ "$(cat "$venv/.setup" 2>/dev/null)" = "$packages $project" ] && "$venv/bin/python" -c '' 2>/dev/null; then
        return
    fi
    # A folder that was moved or copied has another place in its scripts: made anew, as is one whose Python is gone.
    if ! "$venv/bin/python" -m pip --version >/dev/null 2>&1 || ! grep -qF "$root/$venv/bin/python" "$venv/bin/pip"; then
        [ -n "$python" ] || die "no Python 3.11 or newer here; install one and say make setup again"
        say "making $venv with $("$python" -V)"
        "$python" -m venv --clear "$venv" || die "$python could not make $venv; it needs its venv module"
        echo '*' >"$venv/.gitignore"
    fi
    pip="$venv/bin/python -m pip --disable-pip-version-check --no-input --quiet"
    if [ "$(cat "$venv/.packages" 2>/dev/null)" != "$packages" ]; then
        say "installing $(grep -c '^[a-z0-9]' "$lock") pinned Python packages into $venv (a minute or so)"
        # The lock names every package, so nothing is resolved; wheels only, so nothing foreign is built here.
        $pip install --require-hashes --no-deps --only-binary :all: --requirement "$lock" </dev/null ||
            die "the pinned packages could not be installed; the lines above say why"
        echo "$packages" >"$venv/.packages"
    fi
    $pip install --no-deps --no-build-isolation --editable . </dev/null ||
        die "the program could not be installed into $venv; the lines above say why"
    echo "$packages $project" >"$venv/.setup"
}

# The lock file without Qt and what needs it.
lock_without_qt() {
    awk '/^[a-z0-9]/ { keep = !/^(pyside6|shiboken6|pytest-qt)/ } keep || /^#/' requirements.lock
}

python=$(find_python)
system_packages
[ -n "$python" ] || python=$(find_python)

make_environment .venv requirements.lock
for name in $left_out; do echo "$name" >>.venv/.left-out; done # not tried again at each run
if [ "$tier" = test ]; then
    lock_without_qt >.venv/requirements-noqt.lock
    make_environment .venv-noqt .venv/requirements-noqt.lock
    # Tests on real parts must not pass by being skipped: test.sh counts what could not be installed.
    echo "$absent" >.venv/.absent
fi
say "ready: .venv/bin/bartizan"

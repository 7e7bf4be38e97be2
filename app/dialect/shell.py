"""The shell side of a batch: what runs on the target, in POSIX sh (dash, bash, BusyBox ash, ksh, mksh).

Every line that Bartizan reads back starts with the nonce and one letter, then numbers only:

    H uid 42          hello: the shell runs and counts
    D addendum 0|1    detection: not there, there
    B probe           output of a probe begins (on both streams)
    S probe status    it ended with that status (lost when the output was cut)
    E probe           its frame is complete (on both streams)
    K probe           left out: its addendum isn't there
    M probe need      left out: the need of that number isn't installed
    U                 every probe that this account may run is done
    T n               sudo is tried, without (1) or with a password (2); doas without (on both streams)
    A status exact    sudo ended; exact is 1 if it lists Bartizan's exact commands. After the first try an answer is
                      awaited on standard input: "yes" (with a password) or "exact" (on both streams)
    Q                 sudo's own prompt (on standard error); the line after it says whose password is wanted
    N                 there is neither sudo nor doas
    Y                 the privileged probes are done
    Z                 the end (on both streams)

The nonce is printed by `echo` alone, which is built into every one of these shells, and handed to sudo's prompt by the
environment: it never stands in an argument list. Neither does the code of a probe. A process of the script reads its
standard input while probes run and ends the whole process group when the connection goes away, so nothing outlives it.
"""

import shlex

# What a probe is started with; the environment carries its code. The shell replaces itself where it can.
_CHILD = """/bin/sh -c 'eval "unset BARTIZAN_PROBE
$BARTIZAN_PROBE"' </dev/null 3<&- &"""

# Run as root by sudo. It says that it is ready and with which user id, then reads lines until it is told to begin, so
# that a password which sudo didn't read can't be taken for a command.
LAUNCHER = (
    'echo; echo "bartizan-root $(id -u)"; while read -r l; do case $l in bartizan-begin) exec /bin/sh -s;; esac; done'
)
READY = b"\nbartizan-root 0"
BEGIN = b"bartizan-begin\n"

# What a least-privilege account may run by sudo: this very text, with a probe's code on one line and its limit in
# seconds. It says who it runs as before anything else, so that a refusal by sudo can't be taken for an answer.
EXACT = (
    'echo "bartizan-exact $(id -u)"; PATH=/usr/local/sbin:/usr/sbin:/sbin:/usr/bin:/bin; LC_ALL=C; export PATH LC_ALL; '
    'unset ENV; umask 077; set -- /bin/sh -c \'eval "$(printf %b "$0")"\' "$0" "$1"; '
    'case $(timeout --version 2>/dev/null) in *GNU*) exec timeout -k 2 "$5" "$1" "$2" "$3" "$4";; esac; '
    'exec "$1" "$2" "$3" "$4"'
)
PROOF = b"bartizan-exact 0\n"

# Function names are words: ksh has aliases of one letter.
PRELUDE = rf"""
unset IFS
nl='
'
PATH=/usr/local/sbin:/usr/sbin:/sbin:${{PATH:-/usr/bin:/bin}}
command -v sleep >/dev/null 2>&1 || PATH=$PATH:/usr/bin:/bin
LC_ALL=C LANG=C LANGUAGE=
export PATH LC_ALL LANG LANGUAGE
unset ENV BASH_ENV CDPATH GREP_OPTIONS
umask 077
x=
c=; command -v head >/dev/null 2>&1 && c=1
lim=bare
command -v setsid >/dev/null 2>&1 && lim=setsid
case $(timeout --version 2>/dev/null) in *GNU*) lim=gnu;; esac
# say WORDS: a line on standard output; both WORDS: on both streams
say() {{ echo "$nl$N $*"; }}
both() {{ echo "$nl$N $*"; echo "$nl$N $*" >&2; }}
# run CODE LIMIT: runs CODE with that limit in seconds, its status in s
# A negative number stands for a process group; dash takes no -- after -9. A watcher that polls leaves at most one sleep
# of a second; one that waits with a trap loses the signal now and then (seen in mksh and BusyBox) and stays for long.
run() {{
if [ "$x" ]; then
"$r" -n -- /bin/sh -c "$x" "$1" "$2" </dev/null 3<&- &
p=$!; wait "$p" 2>/dev/null; s=$?; return
fi
case $lim in
gnu) BARTIZAN_PROBE=$1 timeout -k 2 "$2" {_CHILD}
p=$!; wait "$p" 2>/dev/null; s=$?; kill -9 "-$p" 2>/dev/null;;
*) if [ "$lim" = setsid ]; then g=-
BARTIZAN_PROBE=$1 setsid {_CHILD}
else g=
BARTIZAN_PROBE=$1 {_CHILD}
fi
p=$!
( t=0
while [ "$t" -lt "$2" ]; do sleep 1 || exit; t=$((t+1)); done
kill -9 "$g$p" ) >/dev/null 2>&1 </dev/null 3<&- &
a=$!; wait "$p" 2>/dev/null; s=$?; kill -9 "$a" 2>/dev/null; wait "$a" 2>/dev/null
[ -z "$g" ] || kill -9 "-$p" 2>/dev/null;;
esac
}}
# one PROBE CODE LIMIT: runs it and says its status (ksh counts signals from 256); ends it when the connection goes
one() {{
trap 'for t in "$p" "-$p" "$!" "-$!"; do kill -9 "$t"; done 2>/dev/null; exit 1' TERM
run "$2" "$3"
[ "$s" -gt 255 ] && s=$((s-128))
say S "$1" "$s"
}}
# probe PROBE ADDENDUM LIMIT BYTES NEEDS CODE: one frame
probe() {{
case $on in *" $2 "*) ;; *) say K "$1"; return;; esac
n=0
for t in $5; do
command -v "$t" >/dev/null 2>&1 || {{ say M "$1" "$n"; return; }}
n=$((n+1))
done
both B "$1"
if [ "$c" ]; then ( p=; one "$1" "$6" "$3" ) | head -c "$4"; else ( p=; one "$1" "$6" "$3" ); fi
both E "$1"
}}
# detect ADDENDUM BASES CODE: is the platform there? No code: it was chosen by hand
detect() {{
s=0
if [ "$3" ]; then
for t in $2; do case $on in *" $t "*) ;; *) s=1;; esac; done
[ "$s" = 0 ] && run "$3" 10 >/dev/null 2>&1
fi
if [ "$s" = 0 ]; then on="$on$1 "; say D "$1" 1; else say D "$1" 0; fi
}}
# seek NAME: in r the first such program in PATH that isn't in the account's own hands: whoever can write into one of
# its folders could put a program of that name there, and it would be given the password
seek() {{
r=
IFS=:
for t in $PATH; do
[ -f "$t/$1" ] && [ -x "$t/$1" ] && [ ! -O "$t/$1" ] && [ ! -w "$t/$1" ] && {{ r=$t/$1; break; }}
done
unset IFS
}}
# hold, let_go: while sudo thinks, which may be for ever, this shell ends with the server process that started it
hold() {{
h=
[ -d "/proc/$PPID" ] || return
( trap 'kill -9 "$k"; wait "$k"; exit' 15
while [ -d "/proc/$PPID" ]; do sleep 1 & k=$!; wait "$k"; done
kill -9 "$$" ) >/dev/null 2>&1 </dev/null 3<&- &
h=$!
}}
let_go() {{
[ -z "$h" ] || {{ kill "$h"; wait "$h"; }} 2>/dev/null
}}
# watch: ends everything when the connection goes away
watch() {{
( read -r l <&3; kill -15 0 ) >/dev/null 2>&1 &
w=$!
}}
"""

SUDO = rf"""
l=
seek sudo
if [ "$r" ]; then
q={shlex.quote(LAUNCHER)}
both T 1
hold
"$r" -n -- /bin/sh -c "$q" <&3
s=$? e=0
let_go
[ "$s" = 0 ] || case $("$r" -n -l 2>/dev/null) in *bartizan-exact*) e=1;; esac
both A "$s" "$e"
[ "$s" = 0 ] || read -r l <&3
case $s$l in
0*) ;;
*exact) exec /bin/sh -s <&3;;
*yes) both T 2
hold
SUDO_PROMPT="$nl$N Q${{nl}}for %p$nl" "$r" -k -S -- /bin/sh -c "$q" <&3
s=$?
let_go
both A "$s" 0;;
esac
elif seek doas; [ "$r" ]; then
both T 1
"$r" -n /bin/sh -c {shlex.quote(LAUNCHER)} <&3
both A "$?" 0
else
say N
fi
"""

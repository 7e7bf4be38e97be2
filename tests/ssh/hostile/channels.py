"""Scenarios of the channel: the login worked, and what the shell's channel does then."""

from hostile.scenario import ALL, HOST, LOGIN, Scenario

NO_SHELL = ("login worked",)
DEAD = ("no sign of life", "look at the network")
LOST = ("connection was lost", "look at that host again")
BUDGET = ("time for this host", "--deadline")

SCENARIOS = (
    Scenario("channel-refused", "opens no channel", ("no-shell",), ("login worked", "allow sessions")),
    Scenario("channel-silent", "never opens it", ("timeout",), ("opened no session",), LOGIN),
    Scenario("dropped-after-login", "hangs up after the login", ("lost",), ("right after the login", "log")),
    Scenario("reset-at-channel", "resets the request", ("lost",), ("right after the login",)),
    Scenario("silence-at-channel", "loses its answer", ("timeout",), ("opened no session",), LOGIN),
    Scenario("drip-at-channel", "opens it byte by byte", ("timeout",), (), LOGIN + HOST),
    Scenario("exec-refused", "refuses to run anything", ("no-shell",), NO_SHELL),
    Scenario("exec-silent", "never answers", ("lost",), DEAD, LOGIN),
    Scenario("reset-at-exec", "resets the command", ("lost", "no-shell"), ()),
    Scenario("silence-at-exec", "loses its answer", ("lost",), DEAD, HOST),
    Scenario("reset-at-answers", "resets at the first answer", ("lost", "no-shell"), (), HOST),
    Scenario("silence-at-answers", "loses every answer", ("lost",), DEAD, HOST),
    Scenario("drip-at-answers", "answers one byte a second", ("timeout",), (), HOST),
    Scenario("half-at-answers", "half an answer", ("lost",), DEAD, HOST),
    Scenario("close-before-data", "closes the channel at once", ("no-shell",), NO_SHELL),
    Scenario("eof-before-data", "ends its stream at once", ("no-shell",), NO_SHELL),
    Scenario("window-of-zero", "reads nothing", ("timeout",), (), LOGIN),
    Scenario("never-reads", "reads not even packets", ("lost",), DEAD, LOGIN),
    Scenario("keepalive-only", "signs of life, no answer", ("timeout",), (), HOST),
    Scenario("rekey-stall", "stops in an exchange of keys", ("timeout", "lost", "no-shell"), (), LOGIN),
    Scenario("garbage-packets", "random bytes as packets", ("lost", "no-shell", "timeout"), (), LOGIN),
    Scenario("opens-channels-to-us", "x11, forwarding, agent, session", results=ALL),
    Scenario("channel-flood", "20,000 channels", results=ALL, within=HOST),
    Scenario("request-flood", "20,000 requests", results=ALL, within=HOST),
    Scenario("packets-for-other-channels", "data for nobody", ("lost", "no-shell", "timeout"), (), HOST),
    Scenario("prompt-after-the-login", "asks for a password in the session", ("", "lost"), (), HOST, "*****", offers=2),
    Scenario("window-grows-without-end", "a window of terabytes", results=ALL),
    Scenario("confirmed-twice", "opens the channel again and again", results=ALL),
    Scenario("unknown-messages", "messages of no meaning", ("", "lost", "no-shell"), (), HOST, "*****", offers=2),
    Scenario("extended-data-of-other-kinds", "streams of unknown kinds", results=ALL),
    Scenario("extended-data-flood", "messages without end", ("timeout",), (), HOST, run="flood"),
    Scenario("window-ignored", "sends past the window", ("protocol", "timeout"), (), HOST, run="flood"),
    Scenario("output-without-end", "an answer without end", ("timeout",), (), HOST, run="flood"),
    Scenario("marks-without-end", "half a marker without end", ("timeout",), (), HOST, run="flood"),
    Scenario("flood", "requests without end", ("timeout",), (), HOST, run="flood"),
    Scenario("lost-once", "cut after two answers, well then", results=ALL, within=HOST, offers=2),
    Scenario("lost-twice", "cut after two answers each time", ("lost",), LOST, HOST, "PFPP?", offers=2),
    Scenario(
        "lost-then-gone", "cut, then nothing listens", ("lost",), ("second try", "nothing listens"), HOST, "PF???",
    ),
    Scenario("silent-after-two-answers", "silent in the middle", ("timeout",), BUDGET, HOST, "PFPP?", offers=2),
    Scenario("drips-after-two-answers", "drips in the middle", ("timeout", "protocol"), (), HOST, "PF***"),
    Scenario("disconnect-in-the-middle", "leaves with words, each time", ("lost",), LOST, HOST, "PFPP?", offers=2),
    Scenario("end-by-signal", "the shell is killed", ("lost",), LOST, HOST, "PFPP?", offers=2),
    Scenario("end-in-the-middle", "the shell exits", ("lost",), LOST, HOST, "PF***", offers=2),
    Scenario("end-without-status", "the channel closes", ("lost",), LOST, HOST, "PF***", offers=2),
    Scenario("end-never", "no end after the last answer", results=ALL),
    Scenario("end-with-minus-one", "an exit status that is none", results=ALL),
)  # fmt: skip

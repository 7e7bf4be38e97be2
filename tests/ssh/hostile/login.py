"""Scenarios of the login: the chosen credential once, and nothing more."""

from hostile.scenario import ALL, HOST, LOGIN, Scenario

SLOW = ("login was not decided", "by hand")
REJECTED = ("rejected the login", "check user name")
MORE = ("more than a password", "take an account")

SCENARIOS = (
    Scenario("login-rejected", "refuses the key", ("login-rejected",), (*REJECTED, "publickey")),
    Scenario("login-agent-rejected", "refuses the agent's key", ("login-rejected",), REJECTED, login="agent"),
    Scenario("silent-login", "never decides", ("timeout",), SLOW, LOGIN),
    Scenario("hang-up-at-login", "hangs up", ("login-rejected",), ("hung up during the login", "log")),
    Scenario("reset-at-service", "resets at the first word", ("login-rejected",), ("hung up",), offers=0),
    Scenario("silence-at-service", "is silent at the first word", ("timeout",), SLOW, LOGIN, offers=0),
    Scenario("reset-at-login", "resets instead of deciding", ("login-rejected",), ("hung up",)),
    Scenario("silence-at-login", "loses its decision", ("timeout",), SLOW, LOGIN),
    Scenario("drip-at-login", "decides byte by byte", ("timeout", ""), (), LOGIN + 30, "*****"),
    Scenario("half-at-login", "half a decision", ("timeout",), SLOW, LOGIN),
    Scenario("login-banner-with-escapes", "a banner of escapes", results=ALL),
    Scenario(
        "login-banner-flood", "banners without end", ("protocol",), ("greetings without an end",), LOGIN, run="flood",
    ),
    Scenario("login-disconnect", "leaves with a message", ("login-rejected",), ("Too many tries", "\\x1b")),
    Scenario("login-endless-failure", "refuses again and again", ("login-rejected",), REJECTED),
    Scenario("login-methods-without-end", "12,000 methods", ("login-rejected",), REJECTED),
    Scenario("login-garbage", "unknown messages, then success", ("", "login-rejected"), (), results="*****"),
    Scenario("login-for-nothing", "lets everybody in", results=ALL, login="password", offers=0),
    Scenario("login-success-twice", "says yes twice", results=ALL),
    Scenario("login-partly-only", "a second factor that we haven't", ("second-factor",), ("another", "account")),
    Scenario("second-factor", "takes the key and asks for a code", ("second-factor",), MORE),
    Scenario("login-partly-then-again", "key, then password", results=ALL, login="both", offers=2),
    Scenario(
        "login-partly-for-ever", "takes the password and wants it again", ("second-factor", "login-rejected"), (),
        login="password",
    ),
    Scenario(
        "login-echoes-the-password", "leaves with the password in its message", ("login-rejected",), ("hung up",),
        login="password",
    ),
    Scenario("login-banner-echoes-the-password", "a banner with the password", results=ALL, login="password"),
    Scenario(
        "prompt-while-a-key-is-offered", "asks for a password in answer to a key",
        ("login-rejected", "second-factor", ""), results="*****", login="both", offers=2,
    ),
    Scenario("escape-methods", "escapes as methods", ("login-rejected",), ("\\x1b",)),
    Scenario("ext-info-bomb", "4 billion extensions", results=ALL),
    Scenario(
        "flood-at-login", "requests without end", ("protocol",), ("packets without an end", "login"), LOGIN,
        run="flood",
    ),
    Scenario(
        "expired-password", "a password to change", ("password-expired",), ("expired", "new one"), login="password",
    ),
    Scenario("prompt-one-hidden", "one hidden prompt", results=ALL, login="password"),
    Scenario("prompt-empty-text", "one hidden prompt without words", results=ALL, login="password"),
    Scenario("prompt-echoed", "a prompt that shows", ("second-factor",), MORE, login="password", offers=0),
    Scenario("prompt-two", "two prompts", ("second-factor",), MORE, login="password", offers=0),
    Scenario("prompt-again-and-again", "asks for it twice", ("second-factor",), MORE, login="password"),
    Scenario(
        "prompt-for-a-new-password", "asks for a new one", ("password-expired",), ("expired",), login="password",
        offers=0,
    ),
    Scenario(
        "prompt-of-a-hundred-questions", "100 prompts", ("login-rejected", "second-factor"), (), login="password",
        offers=0,
    ),
    Scenario("prompt-is-64-kib", "a prompt of 64 KiB with escapes", results=ALL, login="password"),
    Scenario(
        "four-billion-prompts", "4 billion prompts", ("login-rejected", "second-factor", "timeout"), (), LOGIN,
        login="password", offers=0,
    ),
    Scenario(
        "empty-prompts", "questions without prompts", ("timeout", "login-rejected"), (), LOGIN, login="password",
    ),
    Scenario("endless-prompts", "prompts, then none", ("timeout", "login-rejected"), (), LOGIN, login="password"),
    Scenario("escape-prompt", "a prompt of escapes", results=ALL, login="password"),
    Scenario("second-prompt", "a code after the password", ("second-factor",), MORE, login="password"),
    Scenario(
        "lost-then-another-key", "lost, then another host key", ("host-key-changed",), ("CHANGED", "lost", "kept"),
        HOST, "PF???",
    ),
    Scenario(
        "login-refused-second-time", "lost, then refused", ("lost",), ("lost", "second try", "rejected the login"),
        HOST, "PF???", offers=2,
    ),
)  # fmt: skip

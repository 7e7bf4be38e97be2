"""What a hostile host does and what must come of it: the words of the registry."""

from dataclasses import dataclass

# The items of the small guideline (see bench.py), as a friendly host answers them: pass, fail, pass, pass, pass.
ALL = "PFPPP"
NONE = "?????"  # not assessed, each with a reason

# The limits of the runs in seconds. Connect and login are the program's own; the host's budget is shortened.
CONNECT = 15.0
LOGIN = 30.0 + 10.0  # the login has 30 s of its own, after the key exchange; that takes long on a busy test machine
BUDGET = 32.0  # --deadline: from the login on
HOST = BUDGET + 10.0
QUICK = 15.0  # nothing to wait for; what a busy test machine takes, within the limit for connecting


@dataclass(frozen=True)
class Scenario:
    """One row of the table.

    ``kinds`` are the error kinds of which the target must have one ("" for no error); ``says`` are words that its
    sentence must hold beside the host's name, ``note`` words on rights. ``within`` is the limit in seconds (the rule of
    5 s more is the table's). ``results`` has a letter an item: P pass, F fail, ? not assessed with a reason, * any of
    these that complete evidence says.

    ``login`` is what the host is offered (key, password, agent, both) and ``offers`` how many proofs it may get of it.
    ``known`` says what known_hosts holds of it, ``sudo`` how rights are raised. ``run`` names the audit process that it
    is part of: those that flood have one of their own, so that memory and time are theirs.
    """

    name: str
    does: str
    kinds: tuple[str, ...] = ("",)
    says: tuple[str, ...] = ()
    within: float = QUICK
    results: str = NONE
    login: str = "key"
    offers: int = 1
    known: str = "plain"
    sudo: str = "never"
    note: tuple[str, ...] = ()
    run: str = "main"
    privilege: str = ""

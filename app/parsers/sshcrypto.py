"""Algorithms that the SSH server really offers: ``sshd -T`` and what RHEL 8 hands the daemon on its command line.

There the system-wide crypto policy reaches sshd as options (``CRYPTO_POLICY='-oCiphers=... -oMACs=...'`` in
/etc/crypto-policies/back-ends/opensshserver.config), which beat the file and which ``sshd -T`` knows nothing about.
"""

from collections.abc import Mapping
from typing import Any

from app.parsers import Answer, shell_lines

_NAMES = frozenset({"ciphers", "hostkeyalgorithms", "kexalgorithms", "macs"})


def parse_ssh_policy(answer: Answer) -> dict[str, Any]:
    """``options``: algorithms by keyword, where the unit of sshd takes them from the crypto policy.

    Lines ``options -oKEYWORD=ALGORITHM,...`` and ``end``.
    """
    lines = [line.strip() for line in shell_lines(answer.text) if line.strip()]
    if not lines or lines[-1] != "end":
        raise ValueError("the options out of the crypto policy have no end")
    options: dict[str, list[str]] = {}
    for line in lines[:-1]:
        word, _, rest = line.partition(" ")
        if word != "options":
            raise ValueError(f"expected options, got {line[:60]!r}")
        for option in rest.split():
            key, separator, value = option.removeprefix("-o").partition("=")
            if separator and key.lower() in _NAMES:
                options.setdefault(key.lower(), [one for one in value.split(",") if one])
    return {"options": options}


def ssh_crypto(facts: Mapping[str, Any]) -> dict[str, Any]:
    """``ciphers``, ``macs``, ``kexalgorithms`` and ``hostkeyalgorithms`` of the server, as far as they are known."""
    found = {name: facts["sshd"][name] for name in sorted(_NAMES) if name in facts["sshd"]}
    return {**found, **facts["ssh_policy"]["options"]}

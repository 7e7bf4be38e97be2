"""The tokens of ssh_config(5), section TOKENS: ``%h`` and its kin, and ``${NAME}`` of the environment."""

import hashlib
import os
import re
import socket
from dataclasses import dataclass

from app.places import account, at_home

HOSTNAME = "h"  # what HostName takes
COMMAND = "hknpr"  # what ProxyCommand and ProxyJump take
FILES = "CLdhijklnpru"  # what names of files take


class UnknownTokenError(ValueError):
    """A token that stands for nothing there; the text of the error is the token."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """What they stand for: the name that was asked for, and where and as whom that leads."""

    name: str
    host: str
    port: int
    user: str
    alias: str = ""  # HostKeyAlias
    jump: str = ""

    def expand(self, text: str, allowed: str) -> str:
        """The text with its tokens replaced; UnknownTokenError where OpenSSH would give up, too."""

        def replaced(found: re.Match[str]) -> str:
            letter = found[1]
            if letter == "%":
                return "%"
            if not letter or letter not in allowed:
                raise UnknownTokenError(found[0])
            return self._value(letter)

        return re.sub(r"%(.?)", replaced, text, flags=re.DOTALL)

    def file(self, text: str) -> str:
        """A file's name with ``~``, tokens and environment replaced."""
        expanded = os.path.expanduser(text)  # noqa: PTH111 - kept as the text that it was
        return self.expand(_environment(expanded), FILES)

    def _value(self, letter: str) -> str:
        match letter:
            case "h":
                return self.host
            case "n":
                return self.name
            case "p":
                return str(self.port)
            case "r":
                return self.user
            case "k":
                return self.alias or self.name
            case "j":
                return self.jump
            case "d":
                return str(at_home("~"))
            case "u":
                return account()
            case "i":
                return str(os.getuid()) if hasattr(os, "getuid") else ""
            case "l":
                return socket.gethostname()
            case "L":
                return socket.gethostname().partition(".")[0]
            case _:  # "C": the others as one short name
                parts = (socket.gethostname(), self.host, str(self.port), self.user, self.jump)
                # SHA-1 is how OpenSSH shortens it; it protects nothing.
                return hashlib.sha1("".join(parts).encode(), usedforsecurity=False).hexdigest()


def _environment(text: str) -> str:
    def replaced(found: re.Match[str]) -> str:
        value = os.environ.get(found[1])
        if value is None:
            raise UnknownTokenError(found[0])
        return value.replace("%", "%%")  # what it holds is no token

    return re.sub(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}", replaced, text)

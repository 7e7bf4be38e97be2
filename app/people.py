"""Who sits at the keyboard, as far as the system knows, and whether two names are those of one person."""

import getpass
import sys
import unicodedata


def account_name() -> str:
    """The full name of the account, else its short name; empty for root and where nobody knows."""
    try:
        user = getpass.getuser()
    except (KeyError, OSError):  # an account without an entry in the password database
        return ""
    if user == "root":
        return ""
    if sys.platform != "win32":
        import pwd  # noqa: PLC0415 - not on Windows

        try:
            return pwd.getpwnam(user).pw_gecos.split(",", 1)[0].strip() or user
        except KeyError:
            return user
    return user


def same_person(one: str, other: str) -> bool:
    """Whether two names as typed are one name: case, spaces, invisible signs and the Unicode form say nothing.

    "A. Example" in full-width letters, with a soft hyphen or two spaces is still A. Example (NFKC and case folding,
    Unicode Standard Annex 15 and section 3.13). Two people of one name can't be told apart; they add something to it.
    """
    return _folded(one) == _folded(other)


def _folded(name: str) -> str:
    seen = "".join(sign for sign in name if unicodedata.category(sign) != "Cf")
    return " ".join(unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", seen).casefold()).split())

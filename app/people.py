"""Who sits at the keyboard, as far as the system knows, and whether two names are those of one person."""

import getpass
import re
import sys
import unicodedata
from functools import lru_cache

# What fonts draw as nothing, though its category doesn't say so: the joiner, fillers of Hangul, two vowels of Khmer,
# selectors of variations (Default_Ignorable_Code_Point, Unicode Standard section 5.21), the empty Braille cell.
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0000-\U000e0fff]"
)


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
    """Whether two names as typed are one name: case, spaces, points, invisible signs and the Unicode form say nothing.

    "A. Example" in full-width letters, without its point, with a soft hyphen or two spaces is still A. Example (NFKC
    and case folding, Unicode Standard Annex 15 and section 3.13). Two people of one name can't be told apart; they add
    something to it.
    """
    return _folded(one) == _folded(other)


@lru_cache(maxsize=1024)  # of many answers in one go, each asks for the same person
def is_name(text: str) -> bool:
    """Whether there is something in it to tell a person by: a letter or a digit that can be seen."""
    return any(unicodedata.category(sign)[0] in "LN" for sign in _folded(text))


@lru_cache(maxsize=1024)
def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    seen = "".join(sign for sign in plain if not _UNSEEN.match(sign))
    said = "".join(sign for sign in seen if unicodedata.category(sign)[0] in "LMN")
    return said or " ".join(seen.split())

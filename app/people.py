"""Who sits at the keyboard, as far as the system knows."""

import getpass
import sys


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

"""What a host or a program on the way says, as a part of a sentence of ours."""

from app.secrecy import hide


def quoted(text: str, most: int = 300) -> str:
    """At most so many characters, safe on one line of a terminal, without a secret of this process.

    A host knows the password once it got it, and its words are kept with the audit. It is hidden before the text is
    cut: half of a secret is one, too. ``most`` below zero are that many of the end.
    """
    whole = hide(text)
    kept = whole[most:] if most < 0 else whole[:most]
    return "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in kept)

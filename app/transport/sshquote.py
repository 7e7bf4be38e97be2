"""Words of a line of SSH configuration; the rules are OpenSSH's own and not those of a shell.

Single and double quotes hold blanks together, also within a word. A backslash before a quote or a backslash stands for
it, before a blank outside quotes too; before anything else it is a backslash. ``#`` at the start of a word begins a
comment, within a word it does not.
"""


def split(text: str) -> tuple[str, ...] | None:
    """The words; None where a quotation mark is left open."""
    words: list[str] = []
    word: list[str] | None = None
    quote = ""
    at = 0
    while at < len(text):
        char, after = text[at], text[at + 1 : at + 2]
        if word is None:
            if char == "#":
                break
            if char in " \t":
                at += 1
                continue
            word = []
        if char == "\\" and (after in ("'", '"', "\\") or (after == " " and not quote)) and after:
            word.append(after)
            at += 1
        elif not quote and char in " \t":
            words.append("".join(word))
            word = None
        elif char == quote:
            quote = ""
        elif not quote and char in "'\"":
            quote = char
        else:
            word.append(char)
        at += 1
    if quote:
        return None
    if word is not None:
        words.append("".join(word))
    return tuple(words)

"""One byte stream cut at its markers, in pieces of any size."""

import re

TEXT = "text"
BAD = "bad"
_LONGEST = 48  # bytes of a marker after the nonce; more can't be one
_MARK = re.compile(rb"([A-Z])((?: [0-9]{1,10}){0,2})")

Token = tuple[str, bytes, tuple[int, ...]]


class Markers:
    """Finds the lines that start with the nonce.

    A token is (TEXT, bytes, ()) for what stands between markers, (letter, b"", numbers) for a marker and
    (BAD, b"", ()) for a line that has the nonce but isn't one. Text comes as it arrives, in order, unaltered: the line
    break before and after a marker belongs to the marker.
    """

    def __init__(self, nonce: str) -> None:
        self._needle = f"\n{nonce} ".encode()
        self._held = b""

    def feed(self, data: bytes) -> list[Token]:
        """Tokens that are certain after this piece; only the beginning of a marker is held back."""
        held = self._held + data
        tokens: list[Token] = []
        start = 0
        while True:
            at = held.find(self._needle, start)
            if at < 0:
                break
            if at > start:
                tokens.append((TEXT, held[start:at], ()))
            after = at + len(self._needle)
            end = held.find(b"\n", after, after + _LONGEST)
            if end < 0 and len(held) - after < _LONGEST:
                self._held = held[at:]
                return tokens
            token = _token(held[after:end]) if end >= 0 else (BAD, b"", ())
            # A status line is the last thing before the host's cap cuts: a line without an end of its own, whose line
            # break is the beginning of the next marker, is the rest of an output that was too long.
            if end >= 0 and token[0] in ("S", BAD):
                following = held[end : end + len(self._needle)]
                if following == self._needle:
                    tokens.append((TEXT, held[at:end], ()))
                    start = end
                    continue
                if self._needle.startswith(following):
                    self._held = held[at:]
                    return tokens
            tokens.append(token)
            end = max(end, after)
            start = end + 1
        # Only what may still become a marker waits: a line break and the beginning of the nonce.
        safe = held.rfind(b"\n", max(start, len(held) - len(self._needle) + 1))
        if safe < 0 or not self._needle.startswith(held[safe:]):
            safe = len(held)
        if safe > start:
            tokens.append((TEXT, held[start:safe], ()))
        self._held = held[safe:]
        return tokens


def _token(line: bytes) -> Token:
    found = _MARK.fullmatch(line)
    if found is None:
        return BAD, b"", ()
    return found[1].decode(), b"", tuple(int(number) for number in found[2].split())

"""The data types of SSH (RFC 4251, section 5), read strictly: what is short, long or left over is a ValueError."""


class Reader:
    """Reads one value after the other from bytes that nobody vouches for."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    @property
    def left(self) -> int:
        """Bytes not read yet."""
        return len(self._data) - self._at

    @property
    def read(self) -> bytes:
        """Everything up to here."""
        return self._data[: self._at]

    def take(self, size: int) -> bytes:
        """So many bytes."""
        if size > self.left:
            raise ValueError("data ends too early")
        piece = self._data[self._at : self._at + size]
        self._at += size
        return piece

    def number(self, size: int = 4) -> int:
        """An unsigned number of so many bytes."""
        return int.from_bytes(self.take(size), "big")

    def string(self) -> bytes:
        """Bytes with their length before them; an mpint reads the same."""
        return self.take(self.number())

    def text(self) -> str:
        """A string of the protocol's own words, which are ASCII (UnicodeDecodeError is a ValueError)."""
        return self.string().decode("ascii")

    def strings(self) -> tuple[bytes, ...]:
        """A string that is filled with strings."""
        inner = Reader(self.string())
        found = []
        while inner.left:
            found.append(inner.string())
        return tuple(found)

    def end(self) -> None:
        """Nothing may be left."""
        if self.left:
            raise ValueError("data goes on after its end")


def packed(*parts: bytes) -> bytes:
    """Strings, one after the other."""
    return b"".join(len(part).to_bytes(4, "big") + part for part in parts)

"""The streams of a PDF, decompressed, for tests that look inside without a PDF library."""

import re
import zlib


def streams(data: bytes) -> list[bytes]:
    """Every stream that is compressed or plain, in the order of the file."""
    found = []
    for match in re.finditer(rb"/Length (\d+)(.*?)\bstream\r?\n", data, re.DOTALL):
        raw = data[match.end() : match.end() + int(match.group(1))]
        packed = b"FlateDecode" in data[max(0, match.start() - 200) : match.end()]
        found.append(zlib.decompressobj().decompress(raw) if packed else raw)
    return found

"""A file that somebody attaches, before it is part of an audit: read whole and found fit, so nothing is half kept."""

from pathlib import Path
from typing import NamedTuple

from app.errors import StoreError, UsageError
from app.language import tr
from app.record import Attachment
from app.store.evidence import keep

LIMIT = 100 << 20  # bytes of one attached file


class LooseFile(NamedTuple):
    """``name`` is a label for people; folders in it are dropped when it is kept."""

    name: str
    data: bytes

    @classmethod
    def read(cls, path: Path) -> "LooseFile":
        """A file of this computer; UsageError where it can't be attached."""
        try:
            if not path.is_file():
                if path.exists():
                    sentence = tr("{path}: only an ordinary file can be attached; choose another.")
                else:
                    sentence = tr("{path}: there is no such file; give the path of the file to attach.")
                raise UsageError(sentence.format(path=path))
            size = path.stat().st_size
            if size > LIMIT:
                raise UsageError(
                    tr("{path}: {size} MiB is more than the {limit} MiB that an attachment may have.").format(
                        path=path, size=size >> 20, limit=LIMIT >> 20
                    )
                )
            return cls(path.name, path.read_bytes())
        except OSError as error:
            raise UsageError(
                tr("{path}: can't be read ({why}); choose another file.").format(path=path, why=error.strerror)
            ) from error
        except ValueError as error:
            raise UsageError(tr("{path!r} is no path.").format(path=str(path))) from error

    def kept(self, content: dict[str, bytes]) -> Attachment:
        """Put it among the content of the next transaction; StoreError where it is too large."""
        if len(self.data) > LIMIT:
            raise StoreError(
                tr("{name} has more than {limit} MiB, which is the most that is attached.").format(
                    name=self.name, limit=LIMIT >> 20
                )
            )
        label = self.name.replace("\\", "/").rstrip("/").rpartition("/")[2][:255] or "attachment"
        return Attachment(label, keep(content, self.data), len(self.data))

"""Templates of remarks: a few of ours, and those that the user keeps in a plain text file.

The file is ``remarks.txt`` in the configuration folder: one template a line, without empty lines and those that begin
with ``#``. ``{item}``, ``{target}``, ``{name}`` and ``{date}`` are replaced by what they say and nothing else is, so a
template can't fail and can't reach anything.
"""

from datetime import date
from pathlib import Path

from app.errors import UsageError
from app.language import tr

FILE = "remarks.txt"
LARGEST = 64 << 10  # bytes of the file


def built_in() -> tuple[str, ...]:
    """Ours, in the language in force."""
    return (
        tr("Seen on {target} on {date}."),
        tr("Checked against the written procedure on {date}; see the attached record."),
        tr("Interview with the person in charge on {date}."),
        tr("Doesn't apply: {target} doesn't have this function."),
        tr("Not met; a change has been ordered."),
        tr("Accepted for now: the risk is known and a replacement is planned."),
    )


def templates(folder: Path) -> tuple[str, ...]:
    """Those of the user first, then ours; UsageError where the file is there and can't be used."""
    path = folder / FILE
    try:
        if not path.is_file():
            return built_in()
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise UsageError(
                tr("{path}: has more than {most} KiB; keep fewer templates.").format(path=path, most=LARGEST >> 10)
            )
        lines = [line.strip() for line in data.decode("utf-8-sig").splitlines()]
    except UnicodeDecodeError as error:
        raise UsageError(tr("{path}: isn't written in UTF-8; save it so.").format(path=path)) from error
    except OSError as error:
        raise UsageError(tr("{path}: can't be read ({why}).").format(path=path, why=error.strerror)) from error
    own = [line for line in lines if line and not line.startswith("#")]
    return tuple(dict.fromkeys([*own, *built_in()]))


def fill(template: str, *, item: str, target: str | None, name: str, today: date) -> str:
    """The remark, ready to be edited."""
    values = {"item": item, "target": target or tr("the site"), "name": name, "date": today.isoformat()}
    out, rest = "", template
    while rest:
        before, brace, after = rest.partition("{")
        word, end, left = after.partition("}")
        out += before
        if brace and end and word in values:
            out, rest = out + values[word], left
        else:
            out, rest = out + brace, after
    return out

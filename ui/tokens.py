"""The design tokens: spaces, radii, sizes of text and the colours of both schemes, as resources/ has them."""

from app.places import resources_root

STYLES = resources_root() / "styles"


class Tokens:
    """The numbers and colours of one scheme, read once."""

    def __init__(self, table: dict[str, dict[str, str]], scheme: str) -> None:
        self.scheme = scheme
        self.dark = scheme == "dark"
        self.space = {name: int(value) for name, value in table["space"].items()}
        self.radius = {name: int(value) for name, value in table["radius"].items()}
        self.type = {name: float(value) for name, value in table["type"].items()}
        self.colours = table[scheme]


def load_tokens() -> dict[str, Tokens]:
    """Both schemes by name: "light" and "dark"."""
    table: dict[str, dict[str, str]] = {}
    section: dict[str, str] = {}
    for line in (STYLES / "tokens.ini").read_text(encoding="utf-8").splitlines():
        # Three kinds of line; configparser and tomllib read them too, but cost 5 ms before the first window.
        if line.startswith("["):
            section = table.setdefault(line.strip("[]"), {})
        elif line and not line.startswith(";"):
            name, _, value = line.partition("=")
            section[name] = value
    return {scheme: Tokens(table, scheme) for scheme in ("light", "dark")}

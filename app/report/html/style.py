"""The page's style sheet: resources/report/page.css in the colours of the screen's design, light and dark."""

from functools import cache

from app.places import resources_root
from app.report.verdict import Verdict

# Which colour of the design a verdict has; ``_soft`` of it is its ground.
TOKENS = {
    Verdict.PASS: "pass",
    Verdict.FAIL: "fail",
    Verdict.WAIVED: "fail",
    Verdict.ERROR: "error",
    Verdict.UNKNOWN: "unknown",
    Verdict.AWAITING: "waiting",
    Verdict.NOTCHECKED: "neutral",
    Verdict.INFORMATIONAL: "neutral",
    Verdict.NOTAPPLICABLE: "neutral",
    Verdict.NOTSELECTED: "neutral",
}
_OUTLINED = (Verdict.WAIVED, Verdict.AWAITING, Verdict.NOTCHECKED)
_PALE = (Verdict.WAIVED, Verdict.AWAITING, Verdict.NOTCHECKED, Verdict.INFORMATIONAL)  # as an area of a chart


@cache
def colours() -> dict[str, dict[str, str]]:
    """The colours of each scheme by name, as resources/styles/tokens.ini has them."""
    schemes: dict[str, dict[str, str]] = {"light": {}, "dark": {}}
    section: dict[str, str] = {}
    for line in (resources_root() / "styles" / "tokens.ini").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = schemes.setdefault(line.strip("[]"), {})
        elif line and not line.startswith(";"):
            name, _, value = line.partition("=")
            section[name] = value
    return {scheme: schemes[scheme] for scheme in ("light", "dark")}


def style_sheet() -> str:
    """The whole of it."""
    light, dark = (
        "".join(f"--{name}:{value};" for name, value in colours()[scheme].items()) for scheme in ("light", "dark")
    )
    rules = (resources_root() / "report" / "page.css").read_text(encoding="utf-8").partition("*/\n")[2]
    verdicts = "".join(_verdict(verdict) for verdict in Verdict)
    filters = ",".join(f"body:has(#show-{verdict}:not(:checked)) .item[data-verdict={verdict}]" for verdict in Verdict)
    return (
        f":root{{color-scheme:light dark;{light}}}"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}"
        f"{rules}{verdicts}@media screen{{{filters}{{display:none}}}}"
    )


def _verdict(verdict: Verdict) -> str:
    token = TOKENS[verdict]
    ground = "var(--surface)" if verdict in _OUTLINED else f"var(--{token}_soft)"
    edge = f"var(--{token})" if verdict in _OUTLINED else f"var(--{token}_soft)"
    area = f"color-mix(in srgb,var(--{token}) 45%,var(--surface))" if verdict in _PALE else f"var(--{token})"
    return (
        f".v-{verdict}{{color:var(--{token})}}.badge.v-{verdict}{{background:{ground};border-color:{edge}}}"
        f".a-{verdict}{{background:{area};stroke:{area}}}"
    )

"""Who built the packages of the hypervisor: ``PACKAGE|BUILDER`` lines of dpkg-query, rpm and apk.

The builder is what the package says of itself (Maintainer, VENDOR); a program below /usr/local has none.
"""

from typing import Any

from app.parsers import Answer, shell_lines

# What builders write, and the name that a site approves; first match counts.
_BUILDERS = (
    ("proxmox", "Proxmox"), ("ubuntu", "Ubuntu"), ("almalinux", "AlmaLinux"), ("rocky", "Rocky"), ("centos", "CentOS"),
    ("fedora", "Fedora"), ("red hat", "Red Hat"), ("oracle", "Oracle"), ("opensuse", "SUSE"), ("suse", "SUSE"),
    ("alpine linux", "Alpine Linux"), ("debian", "Debian"),
)  # fmt: skip


def parse_hypervisor_packages(answer: Answer) -> dict[str, Any]:
    """``packages``: name and vendor; a builder that isn't known stands as it is."""
    packages = []
    for line in shell_lines(answer.text):
        name, separator, builder = line.strip().partition("|")
        if not name:
            continue
        if not separator:
            raise ValueError(f"expected a package and its builder, got {line[:60]!r}")
        known = next((vendor for words, vendor in _BUILDERS if words in builder.lower()), builder or "nobody named")
        packages.append({"name": name, "vendor": known})
    return {"packages": packages}

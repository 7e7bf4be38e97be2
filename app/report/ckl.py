"""An audit as CKL, the XML checklist that STIG Viewer 2 reads; the order of elements is that of its own files."""

import ipaddress
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from app.record import ScanResult
from app.report.checklist import Asset, Entry, Part, asset, parts
from app.report.writing import write_file
from app.report.xccdf import SEVERITIES, xccdf_id
from app.report.xmltext import DECLARATION, element, end, start


def write_ckl(scan: ScanResult, path: Path, target: str | None = None) -> None:
    """Write the checklists, or that of one machine; UsageError if there is no such machine, ReportError on the way."""
    about = asset(scan, target)
    write_file(path, (part.encode() for part in ckl(scan, about, target)))


def ckl(scan: ScanResult, about: Asset, target: str | None) -> Iterator[str]:
    """Give the document in parts."""
    yield f"{DECLARATION}{start('CHECKLIST')}\n"
    yield _asset(about)
    yield start("STIGS") + "\n"
    for part in parts(scan, target):
        yield start("iSTIG") + "\n"
        yield _info(scan, part)
        for entry in part.entries:
            yield _vulnerability(scan, part, entry)
        yield end("iSTIG")
    yield end("STIGS") + end("CHECKLIST")


def addresses(about: Asset) -> tuple[str, str]:
    """(IP address, host name) of what is one or the other."""
    with suppress(ValueError):
        return str(ipaddress.ip_address(about.address)), ""
    return "", about.address


def _asset(about: Asset) -> str:
    address, name = addresses(about)
    values = {
        "ROLE": "None",
        "ASSET_TYPE": "Computing" if about.machine else "Non-Computing",
        "HOST_NAME": about.name,
        "HOST_IP": address,
        "HOST_MAC": "",
        "HOST_FQDN": name,
        "TARGET_COMMENT": about.comment,
        "TECH_AREA": "",
        "TARGET_KEY": "",
        "WEB_OR_DATABASE": "false",
        "WEB_DB_SITE": "",
        "WEB_DB_INSTANCE": "",
    }
    return f"{start('ASSET')}\n{''.join(element(key, value) for key, value in values.items())}{end('ASSET')}"


def _info(scan: ScanResult, part: Part) -> str:
    benchmark = scan.benchmark
    values = {
        "version": benchmark.version,
        "customname": part.name,
        "stigid": part.stig,
        "description": f"{benchmark.title}: {part.name}",
        "releaseinfo": f"Version {benchmark.version}, content {benchmark.digest[:16]}",
        "uuid": part.uuid,
        "title": f"{benchmark.title}: {part.name}",
        "notice": benchmark.notice.strip(),
        "source": scan.program,
    }
    pairs = (
        f"{start('SI_DATA')}{element('SID_NAME', key)}{element('SID_DATA', value)}{end('SI_DATA')}"
        for key, value in values.items()
    )
    return f"{start('STIG_INFO')}\n{''.join(pairs)}{end('STIG_INFO')}"


def _vulnerability(scan: ScanResult, part: Part, entry: Entry) -> str:
    rule = entry.rule
    values = {
        "Vuln_Num": rule.id,
        "Severity": SEVERITIES[rule.severity],
        "Group_Title": entry.group,
        "Rule_ID": xccdf_id("rule", rule.id),
        "Rule_Ver": rule.id,
        "Rule_Title": rule.title,
        "Vuln_Discuss": f"{rule.requirement.strip()}\n\n{rule.rationale.strip()}".strip(),
        "Check_Content": rule.question.strip(),
        "Fix_Text": entry.fix,
        "Documentable": "false",
        "Weight": "10.0",
        "STIGRef": f"{scan.benchmark.title}: {part.name} :: Version {scan.benchmark.version}",
        "STIG_UUID": part.uuid,
    }
    pairs = (
        f"{start('STIG_DATA')}{element('VULN_ATTRIBUTE', key)}{element('ATTRIBUTE_DATA', value)}{end('STIG_DATA')}"
        for key, value in values.items()
    )
    said = {
        "STATUS": entry.status,
        "FINDING_DETAILS": entry.details,
        "COMMENTS": entry.comments,
        "SEVERITY_OVERRIDE": "",
        "SEVERITY_JUSTIFICATION": "",
    }
    lines = (element(key, value) for key, value in said.items())
    return f"{start('VULN')}\n{''.join(pairs)}{''.join(lines)}{end('VULN')}"

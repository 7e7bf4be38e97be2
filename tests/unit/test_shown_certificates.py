"""Which certificates count: those that a service shows, not all that lie beside them."""

import shutil
import subprocess
from pathlib import Path

import pytest

from app.benchmark.load import load
from app.parsers import Answer
from app.parsers.certificates import parse_certificates

pytestmark = [pytest.mark.real, pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is asked itself")]


def certificate(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    names = ["-subj", f"/CN={path.stem}", "-keyout", str(path.with_suffix(".key")), "-out", str(path)]
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", *names]
    subprocess.run(command, check=True, capture_output=True, timeout=60)


def shown(root: Path) -> list[str]:
    addenda = load([Path(__file__).parents[2] / "checks"]).addenda
    probe = next(one for addendum in addenda for one in addendum.probes if one.id == "certificates")
    command = probe.command.replace("/etc/", f"{root}/etc/")
    done = subprocess.run(["/bin/sh", "-c", command], check=True, capture_output=True, text=True, timeout=60)
    return [Path(one["path"]).name for one in parse_certificates(Answer(done.stdout))["certificates"]]


def test_the_last_certificate_of_cockpit_is_the_one_that_it_shows(tmp_path: Path) -> None:
    assert shown(tmp_path) == []
    folder = tmp_path / "etc/cockpit/ws-certs.d"
    certificate(folder / "0-self-signed.cert")
    assert shown(tmp_path) == ["0-self-signed.cert"]
    certificate(folder / "10-hv1.crt")
    assert shown(tmp_path) == ["10-hv1.crt"]


def test_the_certificate_of_apache_counts_where_it_is_configured(tmp_path: Path) -> None:
    path = tmp_path / "etc/pki/tls/certs/localhost.crt"
    certificate(path)
    settings = tmp_path / "etc/httpd/conf.d/ssl.conf"
    settings.parent.mkdir(parents=True)
    settings.write_text(f"#SSLCertificateFile {path}\nSSLCertificateFile /etc/pki/site.crt\n")
    assert shown(tmp_path) == []
    settings.write_text(f"SSLCertificateFile {path}\n")
    assert shown(tmp_path) == ["localhost.crt"]

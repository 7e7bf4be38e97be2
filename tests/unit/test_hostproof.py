"""Hosts prove that they hold their key, plain or certified; whatever else they send is refused."""

import base64
import os
import subprocess
import time

import pytest
import sshd_rig
from paramiko import PKey
from paramiko.message import Message

from app.transport.certificate import parse
from app.transport.faults import HostProofError, WeakKeyError
from app.transport.hostproof import prove
from app.transport.sshdata import Reader, packed

EXCHANGE = b"the hash of a key exchange"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("keys")
    for kind in ("ed25519", "ecdsa", "rsa"):
        sshd_rig.make_key(made / kind, kind)
    return made


def blob(path):
    return base64.b64decode(path.read_text().split()[1])


def signed(folder, kind, algorithm=None):
    key = PKey.from_path(folder / kind)
    return key.sign_ssh_data(EXCHANGE, algorithm).asbytes()


def certify(folder, *words, kind="ed25519", ca="ecdsa"):
    subprocess.run(
        ["ssh-keygen", "-q", "-s", folder / ca, "-I", "x", *words, folder / f"{kind}.pub"],
        check=True,
        capture_output=True,
    )
    made = folder / f"{kind}-cert.pub"
    found = blob(made)
    made.unlink()
    return found


ALGORITHMS = {"ed25519": "ssh-ed25519", "ecdsa": "ecdsa-sha2-nistp256", "rsa": "rsa-sha2-512"}


@pytest.mark.parametrize("kind", ALGORITHMS)
def test_plain_keys(folder, kind):
    algorithm = ALGORITHMS[kind]
    own = blob(folder / f"{kind}.pub")
    key, certificate = prove(algorithm, own, signed(folder, kind, algorithm), EXCHANGE, least_rsa=2048)
    assert (key.asbytes(), certificate) == (own, None)
    with pytest.raises(HostProofError, match="not held"):
        prove(algorithm, own, signed(folder, kind, algorithm), b"another", least_rsa=2048)


@pytest.mark.parametrize("kind", ALGORITHMS)
@pytest.mark.parametrize("ca", ALGORITHMS)
def test_certificates(folder, kind, ca):
    shown = certify(folder, "-h", "-n", "hv1,hv2", "-V", "-1h:+1h", kind=kind, ca=ca)
    algorithm = ALGORITHMS[kind] + "-cert-v01@openssh.com"
    key, certificate = prove(algorithm, shown, signed(folder, kind, ALGORITHMS[kind]), EXCHANGE, least_rsa=2048)
    assert key.asbytes() == blob(folder / f"{kind}.pub")
    assert (certificate.role, certificate.principals, certificate.critical) == (2, ("hv1", "hv2"), ())
    assert certificate.authority == blob(folder / f"{ca}.pub")
    assert certificate.out_of_date() == ""
    assert "expired at" in certificate.out_of_date(time.time() + 7200)
    assert "not valid before" in certificate.out_of_date(time.time() - 7200)


def test_a_certificate_that_somebody_changed(folder):
    shown = certify(folder, "-h", "-n", "hv1")
    at = shown.index(b"hv1")
    forged = shown[:at] + b"hv2" + shown[at + 3 :]
    with pytest.raises(HostProofError, match="own signature"):
        prove("ssh-ed25519-cert-v01@openssh.com", forged, signed(folder, "ed25519"), EXCHANGE, least_rsa=2048)


def test_a_certificate_is_not_taken_for_a_plain_key(folder):
    shown = certify(folder, "-h")
    for algorithm in ("ssh-ed25519", "ecdsa-sha2-nistp256-cert-v01@openssh.com", "rsa-sha2-512", "nonsense"):
        with pytest.raises(HostProofError):
            prove(algorithm, shown, signed(folder, "ed25519"), EXCHANGE, least_rsa=2048)


def test_another_signature_than_agreed(folder):
    own = blob(folder / "rsa.pub")
    with pytest.raises(HostProofError):
        prove("rsa-sha2-512", own, signed(folder, "rsa", "rsa-sha2-256"), EXCHANGE, least_rsa=2048)
    with pytest.raises(HostProofError):
        prove("ssh-rsa", own, signed(folder, "rsa", "rsa-sha2-256"), EXCHANGE, least_rsa=1024)


@pytest.mark.parametrize("bits", [1, 512, 1023, 1024, 2047])
def test_small_rsa_keys(bits):
    number = (1 << (bits - 1)) | 1
    own = packed(b"ssh-rsa", b"\1\0\1", b"\0" + number.to_bytes((bits + 7) // 8, "big"))
    with pytest.raises(WeakKeyError) as caught:
        prove("rsa-sha2-512", own, packed(b"rsa-sha2-512", b"x"), EXCHANGE, least_rsa=2048)
    assert caught.value.bits == bits


@pytest.mark.parametrize(("exponent_bits", "bits"), [(2, 16385), (2, 400_000), (65, 2048), (20_000, 2048)])
def test_huge_rsa_keys_cost_nothing(exponent_bits, bits):
    def mpint(number):
        return b"\0" + number.to_bytes((number.bit_length() + 7) // 8, "big")

    own = packed(b"ssh-rsa", mpint((1 << (exponent_bits - 1)) | 1), mpint((1 << (bits - 1)) | 1))
    begun = time.process_time()
    with pytest.raises(HostProofError):
        prove("rsa-sha2-512", own, packed(b"rsa-sha2-512", b"x"), EXCHANGE, least_rsa=2048)
    assert time.process_time() - begun < 1


@pytest.mark.parametrize("kind", ["ssh-ed25519", "rsa-sha2-512", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp521"])
@pytest.mark.parametrize("certified", [False, True])
def test_garbage_is_refused_whatever_it_is(folder, kind, certified):
    algorithm = kind + ("-cert-v01@openssh.com" if certified else "")
    whole = certify(folder, "-h", "-n", "a") if certified else blob(folder / "ed25519.pub")
    for number in range(200):
        body = bytearray(whole[: number * 3] if number % 2 else os.urandom(number))
        if number % 5 == 0:
            body = bytearray(packed(algorithm.encode()) + bytes(body))
        for signature in (b"", b"\xff" * 8, packed(kind.encode(), os.urandom(number))):
            with pytest.raises((HostProofError, WeakKeyError)):
                prove(algorithm, bytes(body), signature, EXCHANGE, least_rsa=2048)


def test_every_cut_and_every_changed_byte_of_a_certificate(folder):
    whole = certify(folder, "-h", "-n", "hv1", "-O", "clear")
    under_signature = len(parse(whole).signed)
    for at in range(len(whole)):
        with pytest.raises(ValueError, match=r"too early|known type|codec|without a value"):
            parse(whole[:at])
        if at >= under_signature:
            continue
        changed = bytearray(whole)
        changed[at] ^= 0x41
        with pytest.raises(HostProofError):
            prove(
                "ssh-ed25519-cert-v01@openssh.com", bytes(changed), signed(folder, "ed25519"), EXCHANGE, least_rsa=2048
            )


def test_an_authority_that_is_a_certificate_itself(folder):
    shown = certify(folder, "-h")
    reader = Reader(shown)
    parse(shown)
    assert reader.text() == "ssh-ed25519-cert-v01@openssh.com"
    # the last two strings are the authority and its signature; the authority becomes the certificate
    tail = packed(blob(folder / "ecdsa.pub"))
    at = shown.rindex(tail)
    signature = PKey.from_path(folder / "ecdsa").sign_ssh_data(shown[:at] + packed(shown)).asbytes()
    forged = shown[:at] + packed(shown) + packed(signature)
    assert Message(forged).get_text() == "ssh-ed25519-cert-v01@openssh.com"
    with pytest.raises(HostProofError, match="own signature"):
        prove("ssh-ed25519-cert-v01@openssh.com", forged, signed(folder, "ed25519"), EXCHANGE, least_rsa=2048)

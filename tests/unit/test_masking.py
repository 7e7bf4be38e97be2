"""What is taken for a secret in print, and what isn't."""

import pytest

from app.report.masking import mask


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("bindpw hunter2", "bindpw hunter2"),  # neither sign of an assignment
        ("bindpw=hunter2", "bindpw=[masked: password]"),
        ("export DB_PASSWORD=hunter2", "export DB_PASSWORD=[masked: password]"),
        ("client-secret: 'hunter2'", "client-secret: '[masked: password]'"),
        ("deb https://bob:hunter2@repo.example.org/ x", "deb https://bob:[masked: password]@repo.example.org/ x"),
        ("see https://example.org:8080/a@b", "see https://example.org:8080/a@b"),
        ("ssh://bob@example.org:22/", "ssh://bob@example.org:22/"),
        ('vnc_password = "(set)"', 'vnc_password = "(set)"'),
        ("setenv DB_PASSWORD=(removed)", "setenv DB_PASSWORD=(removed)"),
        ("passwd: files systemd", "passwd: files systemd"),
        ("password required pam_unix.so", "password required pam_unix.so"),
        ("x $6$salt$abcdefgh12", "x [masked: password hash]"),
    ],
)
def test_what_is_masked(text: str, shown: str) -> None:
    masked = mask(text)
    assert masked.text == shown
    assert masked.count == (0 if text == shown else 1)


@pytest.mark.parametrize("piece", ["a", "a_", "a-", "password", "://", "://a:"])
def test_megabytes_of_almost_a_secret_stay_as_they_are(piece: str) -> None:
    """A pattern that goes back and forth would take hours, and the test its limit."""
    text = piece * (1_000_000 // len(piece))
    assert mask(text).text == text

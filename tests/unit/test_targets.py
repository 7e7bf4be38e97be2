"""What a person types for a machine: every form, and no text that could pass for an option or leak a password."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UsageError
from app.model import Role, Target
from app.targets import LOCAL_NAME, local_target, parse_target, unique_names


@pytest.mark.parametrize(
    ("text", "user", "address", "port"),
    [
        ("hv1", "", "hv1", 0),
        ("  hv1  ", "", "hv1", 0),
        ("hv1.example.org", "", "hv1.example.org", 0),
        ("hv1.example.org.", "", "hv1.example.org.", 0),
        ("HV1", "", "HV1", 0),
        ("my_host-2", "", "my_host-2", 0),
        ("192.0.2.10", "", "192.0.2.10", 0),
        ("hv1:2222", "", "hv1", 2222),
        ("hv1:65535", "", "hv1", 65535),
        ("root@hv1", "root", "hv1", 0),
        ("audit@192.0.2.10:22", "audit", "192.0.2.10", 22),
        ("first.last@hv1", "first.last", "hv1", 0),
        ("user@realm@hv1", "user@realm", "hv1", 0),
        ("DOMAIN\\user@hv1", "DOMAIN\\user", "hv1", 0),
        ("[2001:db8::1]", "", "2001:db8::1", 0),
        ("[2001:db8::1]:2222", "", "2001:db8::1", 2222),
        ("root@[::1]:22", "root", "::1", 22),
        ("[::ffff:192.0.2.1]", "", "::ffff:192.0.2.1", 0),
        ("[fe80::1%eth0]", "", "fe80::1%eth0", 0),
        ("ssh://hv1", "", "hv1", 0),
        ("ssh://hv1/", "", "hv1", 0),
        ("SSH://root@hv1:2222", "root", "hv1", 2222),
        ("ssh://root@[2001:db8::1]:2222/", "root", "2001:db8::1", 2222),
    ],
)
def test_forms(text: str, user: str, address: str, port: int) -> None:
    assert parse_target(text) == Target(name=address, address=address, port=port, user=user)


HOW = "write [user@]host[:port]."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", f"'': the host is missing; {HOW}"),
        ("-oProxyCommand=x", f"'-oProxyCommand=x': '-oProxyCommand=x' is not a host name or address; {HOW}"),
        ("root@-hv1", f"'root@-hv1': '-hv1' is not a host name or address; {HOW}"),
        ("-root@hv1", "'-root@hv1': '-root' is not a user name; write user@host:port."),
        ("@hv1", "'@hv1': '' is not a user name; write user@host:port."),
        ("a b@hv1", "'a b@hv1': 'a b' is not a user name; write user@host:port."),
        ("hv1-", f"'hv1-': 'hv1-' is not a host name or address; {HOW}"),
        ("hv 1", f"'hv 1': 'hv 1' is not a host name or address; {HOW}"),
        ("hv1;id", f"'hv1;id': 'hv1;id' is not a host name or address; {HOW}"),
        ("hv1/24", f"'hv1/24': 'hv1/24' is not a host name or address; {HOW}"),
        ("hübsch", f"'hübsch': 'hübsch' is not a host name or address; {HOW}"),
        ("hv1:", "'hv1:': '' is not a port; give a number from 1 to 65535."),
        ("hv1:0", "'hv1:0': '0' is not a port; give a number from 1 to 65535."),
        ("hv1:65536", "'hv1:65536': '65536' is not a port; give a number from 1 to 65535."),
        ("hv1:ssh", "'hv1:ssh': 'ssh' is not a port; give a number from 1 to 65535."),
        ("hv1:-1", "'hv1:-1': '-1' is not a port; give a number from 1 to 65535."),
        ("hv1:٢٢", "'hv1:٢٢': '٢٢' is not a port; give a number from 1 to 65535."),
        ("[::1]:", "'[::1]:': '' is not a port; give a number from 1 to 65535."),
        ("2001:db8::1", "'2001:db8::1': write an IPv6 address in brackets: [2001:db8::1]."),
        ("root@[::1", "'root@[::1': write an IPv6 address in brackets: [::1]."),
        ("root@", "'root@': the host is missing; write [user@]host[:port]."),
        (":22", "':22': the host is missing; write [user@]host[:port]."),
        ("[hv1]", "'[hv1]': what stands in brackets must be an IPv6 address."),
        ("[192.0.2.1]", "'[192.0.2.1]': what stands in brackets must be an IPv6 address."),
        ("[:::::]", "'[:::::]': what stands in brackets must be an IPv6 address."),
        ("[]", "'[]': what stands in brackets must be an IPv6 address."),
        ("[fe80::1%-x]", "'[fe80::1%-x]': what stands in brackets must be an IPv6 address."),
        ("[fe80::1%]", "'[fe80::1%]': what stands in brackets must be an IPv6 address."),
        ("ssh://", f"'ssh://': the host is missing; {HOW}"),
        ("ssh://hv1/path", "'ssh://hv1/path': write ssh://user@host:port without a path."),
        ("ssh://hv1?x=1", "'ssh://hv1?x=1': write ssh://user@host:port without a path."),
        ("ssh://[", "ssh://...: is not an address; write ssh://user@host:port."),
        ("ssh://℀.com", "ssh://...: is not an address; write ssh://user@host:port."),
        ("ssh://hv\n1", "'ssh://hv\\n1': is not an address; write [user@]host[:port]."),
        ("hv1\x1b[2J", "'hv1\\x1b[2J': is not an address; write [user@]host[:port]."),
    ],
)
def test_what_is_no_target(text: str, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_target(text)
    assert str(caught.value) == said


@pytest.mark.parametrize("text", ["hv1:" + "9" * 5000, "x" * 10_000, "[" + ":" * 5000 + "]", "ssh://" + "a" * 1000])
def test_long_texts_are_refused_shortly(text: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_target(text)
    assert len(str(caught.value)) < 120


@pytest.mark.parametrize(
    "text", ["root:hunter2@hv1", "ssh://root:hunter2@hv1", "ssh://root:hunter2@hv1/x", "a:hunter2@b@hv1"]
)
def test_a_password_in_an_address_is_not_repeated(text: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_target(text)
    assert str(caught.value) == "A password must not stand in an address; give it when asked, or by --secrets."


def test_this_computer() -> None:
    assert local_target() == Target(name=LOCAL_NAME, address="", port=0, transport="local", role=Role.AUTO)


def test_two_ports_of_one_host_are_two_targets() -> None:
    first, second, other = parse_target("hv1"), parse_target("hv1:2222"), parse_target("hv2")
    assert [one.name for one in unique_names([first, second, other])] == ["hv1:22", "hv1:2222", "hv2"]
    assert unique_names([first, other]) == [first, other]
    assert unique_names([]) == []


@pytest.mark.parametrize("again", ["hv1", "hv1:22", "root@hv1"])
def test_a_target_given_twice(again: str) -> None:
    with pytest.raises(UsageError) as caught:
        unique_names([parse_target("hv1"), parse_target(again)])
    assert str(caught.value) == "hv1:22: given twice; name each target once."


def test_a_name_that_the_ports_make_and_somebody_has() -> None:
    taken = replace(parse_target("x"), name="hv1:22")
    with pytest.raises(UsageError):
        unique_names([parse_target("hv1"), parse_target("hv1:2222"), taken])


PIECES = st.sampled_from(["ssh://", "[", "]", ":", "@", "-", "::", "%", "hv1", "root", "22", "/", "?", "#", ".", "\\"])


@given(
    text=st.text(max_size=40) | st.lists(PIECES, max_size=8).map("".join) | st.text(max_size=12).map("ssh://".__add__)
)
def test_any_text_is_a_target_or_a_sentence(text: str) -> None:
    try:
        target = parse_target(text)
    except UsageError as error:
        said = str(error)
        ends = said.endswith((".", "]."))
        assert ends
        return
    assert target.address
    assert not target.address.startswith("-")
    assert not target.user.startswith("-")
    assert target.address.isprintable()
    assert " " not in target.address
    assert 0 <= target.port <= 65535

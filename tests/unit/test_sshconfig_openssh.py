"""Our reading of SSH configurations against the real client: for each of a corpus, `ssh -G` says what is right."""

import getpass
import os
import pwd
import re
import shutil
import socket
import subprocess

import pytest

from app.transport import sshconfig
from app.transport.sshconfig import lookup
from app.transport.sshreading import Reading

pytestmark = pytest.mark.skipif(shutil.which("ssh") is None, reason="there is no ssh here to compare with")

USER = getpass.getuser()
# Each is one configuration; FOLDER stands for where it lies, ME for the user. Files that it includes are below.
CORPUS = {
    "empty": "",
    "first-value-wins": "Host hv1\n Port 1\nHost *\n Port 2\n User u\n",
    "patterns": "Host hv? !hv2\n Port 3\nHost h*1\n User m\nHost *.example.org\n User x\n",
    "negated-alone": "Host !hv2\n Port 3\nHost * !hv1\n User n\n",
    "negated-first": "Host !hv1 *\n User n\nHost hv1 !hv2\n Port 5\n",
    "case-of-names": "Host HV1\n Port 5\nHost hv1\n Port 6\nMatch host HV1\n User m\n",
    "quoted-words": 'Host "hv1"\n User "a b"\nHost "x y" hv2\n Port "7"\n',
    "single-quotes": "Host 'hv1'\n User 'a b'\n",
    "escapes": 'Host hv1\n User "a\\"b"\nHost *\n IdentityFile a\\ b\n IdentityFile \'c\\\\d\'\n IdentityFile e\\f\n',
    "quotes-within": 'IdentityFile /a"b c"d\nIdentityFile /x\'y z\'\n',
    "equals": "Host=hv1\nPort = 7\nUser=u\nHostName =there\n",
    "equals-quoted": 'Host="hv1"\nPort="7"\nUser = "u v"\n',
    "tabs-and-indents": "\tHost\thv1\n\t\tPort\t 7 \n   User   u\t\n",
    "comments": "# Host\nUser u # who\nPort 7 #\n  # more\nHost hv1#x\n HostName no\nHost hv1 # yes\n HostName yes\n",
    "crlf": "Host hv1\r\n Port 7\r\n User u\r\n\r\nHost *\r\n HostName x\r\n",
    "latin-1": b"# caf\xe9\nUser u\nPort 7 # \xfc\n",
    "no-newline-at-end": "User u\nPort 7",
    "keyword-case": "hOST hv1\n pORT 7\n USER u\nMATCH ALL\n hostname x\n",
    "hostname-token": "HostName %h.Example.org\n",
    "hostname-percent": "HostName a%%b\n",
    "hostname-first": "Host hv1\n HostName one\nHost *\n HostName two\n",
    "identities": "IdentityFile a\nHost hv1\n IdentityFile b\n IdentityFile a\n IdentitiesOnly yes\n",
    "identity-none": "IdentityFile none\nIdentityAgent none\nIdentitiesOnly TRUE\n",
    "certificates": "CertificateFile c1\nCertificateFile c2\nCertificateFile c1\n",
    "agent-socket": "IdentityAgent /run/agent\nIdentityAgent other\n",
    "agent-environment": "IdentityAgent SSH_AUTH_SOCK\n",
    "known-hosts": "UserKnownHostsFile k1 k2\nUserKnownHostsFile k3\nGlobalKnownHostsFile g1 g2\n",
    "known-hosts-none": "UserKnownHostsFile none\nGlobalKnownHostsFile none\n",
    "known-hosts-quoted": 'UserKnownHostsFile "k 1" k2\n',
    "alias": "HostKeyAlias x\nHostKeyAlias y\n",
    "timeouts": "Host hv1\n ConnectTimeout 1m30s\nHost hv2\n ConnectTimeout none\nHost *\n ConnectTimeout 7\n",
    "timeout-units": "Host hv1\n ConnectTimeout 1h\nHost *\n ConnectTimeout 2d1\n",
    "families": "Host hv1\n AddressFamily INET\nHost *\n AddressFamily inet6\n BindAddress ::1\n",
    "jump": "ProxyJump a\n",
    "jump-many": "ProxyJump u@a:22,b,c@[::1]:44\n",
    "jump-uri": "ProxyJump ssh://u@a:22\n",
    "jump-none": "Host hv1\n ProxyJump none\nHost *\n ProxyJump a\n",
    "jump-none-command": "ProxyJump NONE\nProxyCommand nc %h %p\n",
    "jump-before-command": "ProxyJump a\nProxyCommand nc %h %p\n",
    "command-before-jump": "ProxyCommand nc %h %p\nProxyJump a\n",
    "command-none-jump": "Host hv1\n ProxyCommand none\nHost *\n ProxyJump a\n",
    "command-raw": 'ProxyCommand = sh -c "exec nc %h %p" # not a comment\n',
    "command-tokens": "ProxyCommand nc -X 5 %n %r %%\nProxyCommand second\n",
    "match-all": "Host hv2\n Port 1\nMatch all\n Port 2\n",
    "match-host": "Match host hv1,x\n Port 2\nMatch host h*,!hv1\n User u\n",
    "match-host-becomes": "HostName there\nMatch host there\n Port 2\nMatch host hv1\n User u\n",
    "match-original": "HostName there\nMatch originalhost hv1\n Port 2\nMatch originalhost there\n User u\n",
    "match-user": "Match user ME\n Port 2\nMatch user o*\n HostName x\n",
    "match-user-set": "User other\nMatch user other\n Port 2\nMatch user ME\n HostName x\n",
    "match-localuser": "Match localuser ME\n Port 2\nMatch localuser !ME,*\n User u\n",
    "match-several": "Match host hv1 user ME\n Port 2\nMatch host hv2 user ME\n User u\n",
    "match-negated": "Match !host hv2\n Port 2\nMatch !host hv1\n User u\nMatch !all\n HostName x\n",
    "match-equals": "Match host=hv1 user=ME\n Port 2\n",
    "match-quoted": 'Match host "hv1,hv2" user "ME"\n Port 2\n',
    "match-comment": "Match host hv1 # here\n Port 2\nMatch all # too\n User u\n",
    "match-case": "Match HOST hv1\n Port 2\nMatch ALL\n User u\n",
    "match-final": "Match final\n Port 2\nHost *\n Port 3\n User u\n",
    "match-final-host": "HostName there\nMatch final host there\n Port 2\nHost there\n User u\n",
    "match-final-all": "Match final all\n Port 2\nMatch all\n Port 3\n",
    "match-final-adds": "IdentityFile a\nMatch final\n IdentityFile b\nMatch all\n IdentityFile c\n",
    "match-canonical": "Match canonical\n Port 2\nMatch !canonical\n User u\n",
    "match-canonical-final": "Match canonical all\n Port 2\nMatch !final\n User u\nMatch final\n HostName x\n",
    "include": "Include FOLDER/one\nUser late\n",
    "include-glob": "Include FOLDER/part-*\n",
    "include-several": "Include FOLDER/part-b FOLDER/part-a\n",
    "include-quoted": 'Include "FOLDER/with blank"\n',
    "include-missing": "Include FOLDER/none FOLDER/*.none\nUser u\n",
    "include-nested": "Include FOLDER/nested\nUser late\n",
    "include-in-block": "Host hv1\n Include FOLDER/blocks\n Port 9\nHost *\n User u\n",
    "include-in-other-block": "Host nobody\n Include FOLDER/blocks\nHost *\n User u\n",
    "include-in-match": "Match host hv1\n Include FOLDER/blocks\n Port 9\n",
    "include-final": "Include FOLDER/final\nPort 5\n",
    "ignored": "IgnoreUnknown Colour*\nColourful yes\nUser u\nServerAliveInterval 5\nForwardAgent yes\nSendEnv LANG\n",
    "uninteresting": "Host *\n StrictHostKeyChecking no\n LogLevel QUIET\n LocalForward 8080 localhost:80\n User u\n",
}  # fmt: skip
FILES = {
    "one": "User included\nHost hv1\n Port 11\nHost *\n HostName inc\n",
    "part-a": "Host hv1\n Port 21\n",
    "part-b": "Port 22\nUser partb\n",
    "with blank": "User blank\n",
    "nested": "Host hv1\n Include FOLDER/one\nHost hv2\n User nested\n",
    "blocks": "Port 31\nHost hv2\n User two\nHost hv1\n User one\n HostName within\n",
    "final": "Match final\n User fin\n",
}
ASKED = ("hv1", "hv2", "HV1", "other@hv1", "ssh://me@hv2:44")
COMPARED = (
    "hostname", "port", "user", "identitiesonly", "identityagent", "hostkeyalias", "connecttimeout", "addressfamily",
    "bindaddress", "proxyjump", "proxycommand", "identityfile", "certificatefile", "userknownhostsfile",
    "globalknownhostsfile",
)  # fmt: skip


@pytest.fixture
def corpus(tmp_path):
    """Write one configuration of the corpus and what it includes."""

    def write(name):
        for other, text in FILES.items():
            (tmp_path / other).write_text(text.replace("FOLDER", str(tmp_path)))
            (tmp_path / other).chmod(0o600)
        text = CORPUS[name]
        data = text if isinstance(text, bytes) else text.replace("FOLDER", str(tmp_path)).replace("ME", USER).encode()
        path = tmp_path / "config"
        path.write_bytes(data)
        return path

    return write


def theirs(path, asked):
    """What OpenSSH says, several values in their order."""
    done = subprocess.run(["ssh", "-G", "-F", path, asked], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    said = {}
    for line in done.stdout.splitlines():
        key, _, value = line.partition(" ")
        said.setdefault(key, []).append(value)
    return {key: said.get(key, []) for key in COMPARED}


def ours(path, asked, defaults):
    """The same of our reading; ``defaults`` are what OpenSSH says of an empty configuration."""
    user, at, name = asked.removeprefix("ssh://").rpartition("@")
    name, _, port = name.partition(":")
    reading = Reading(name, user if at else "", int(port or 0))  # before names of files are made whole
    reading.read(sshconfig._sources(path))
    found = lookup(name, path, user=reading.user, port=reading.port)

    def or_default(key, value):
        return [value] if value else defaults[key]

    def listed(key, *, joined):
        words = reading.lists.get(key, ())
        return ([" ".join(words)] if joined else list(words)) if words else defaults[key]

    return {
        "hostname": [(found.hostname or name).lower()],
        "port": [str(int(port or 0) or found.port or 22)],
        "user": [user or found.user or USER],
        "identitiesonly": ["yes" if found.identities_only else "no"],
        "identityagent": or_default("identityagent", reading.first.get("identityagent")),
        "hostkeyalias": or_default("hostkeyalias", found.host_key_alias),
        "connecttimeout": [f"{found.connect_timeout:g}" if found.connect_timeout else "none"],
        "addressfamily": [found.address_family],
        "bindaddress": or_default("bindaddress", found.bind_address),
        "proxyjump": or_default("proxyjump", found.proxy_jump.removeprefix("ssh://")),
        "proxycommand": or_default("proxycommand", found.proxy_command),
        "identityfile": listed("identityfile", joined=False),
        "certificatefile": listed("certificatefile", joined=False),
        "userknownhostsfile": listed("userknownhostsfile", joined=True),
        "globalknownhostsfile": listed("globalknownhostsfile", joined=True),
    }


@pytest.mark.parametrize("name", CORPUS)
def test_openssh_reads_it_so(corpus, tmp_path, name):
    path = corpus(name)
    empty = tmp_path / "empty"
    empty.touch(mode=0o600)
    defaults = theirs(empty, "hv1")
    for asked in ASKED:
        assert ours(path, asked, defaults) == theirs(path, asked), asked


@pytest.mark.parametrize(
    "text",
    ['User "open\n', "Port 70000\n", "Port 0x16\n", "Match host\n Port 2\n", "User a b\n", "ProxyJump a, b\n",
     "AddressFamily x\n", "ConnectTimeout soon\n", "IdentitiesOnly perhaps\n", 'IdentityFile ""\n', "Match\n",
     "HostName\n", "Port\n", "ProxyCommand\n"],
)  # fmt: skip
def test_what_openssh_refuses_is_passed_over_and_said(tmp_path, text):
    path = tmp_path / "config"
    path.write_text(f"{text}Match all\n BindAddress ::1\n")
    assert subprocess.run(["ssh", "-G", "-F", path, "hv1"], capture_output=True, check=False).returncode != 0
    found = lookup("hv1", path)
    assert found.bind_address == "::1"
    assert (found.user, found.port, found.proxy_jump, found.identities) == ("", 0, "", ())
    assert (found.refused or found.remarks[0]).startswith(f"{path}, line 1: ")


def test_names_of_files_become_what_openssh_makes_of_them(tmp_path):
    """What it tries is in its log, as soon as something answers at the port."""
    words = ["%d/a", "~/b", "x%%y", "%h-%n-%p-%r-%u", "%i-%L-%l", "${BARTIZAN_TEST}/c", "%C"]
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        path = tmp_path / "config"
        files = "".join(f" IdentityFile {word}\n" for word in words)
        path.write_text(f"Host hv1\n HostName 127.0.0.1\n Port {port}\n User me\n{files}")
        environment = {**os.environ, "BARTIZAN_TEST": "/v%h", "HOME": pwd.getpwuid(os.getuid()).pw_dir}
        client = subprocess.Popen(
            ["ssh", "-v", "-F", path, "hv1"],
            stderr=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
            text=True,
            env=environment,
        )
        server.accept()[0].close()
        said = client.communicate(timeout=20)[1]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BARTIZAN_TEST", environment["BARTIZAN_TEST"])
        patch.setenv("HOME", environment["HOME"])
        found = lookup("hv1", path).identities
    tried = re.findall(r"identity file (.*) type ", said)
    assert [name for name in tried if not name.endswith("-cert")] == list(found)

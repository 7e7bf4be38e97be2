"""Accounts, groups, the state of their passwords and when they were last used.

passwd(5), group(5) as ``getent`` prints them, the password field reduced on the host to a word (``directory``
where the account isn't in /etc/passwd: its password is kept elsewhere); shadow(5)
reduced there to the kind of hash; ``lslogins -e`` (lslogins(1)). No hash ever reaches this module.
"""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from app.parsers import Answer, shell_lines
from app.parsers.sections import by_head

_NO_LOGIN = frozenset({"nologin", "false", "true", "sync", "halt", "shutdown", "git-shell"})
_PAIR = re.compile(r'([A-Z_-]+)="([^"]*)"')
_DAY = 86400
NEVER = 99999  # days: what shadow(5) has where passwords don't expire
# Groups whose members rule guests, or the whole host by way of them.
VM_GROUPS = (
    "disk", "docker", "incus", "incus-admin", "kvm", "libvirt", "libvirt-qemu", "libvirtd", "lxd", "qemu", "vboxusers",
    "vmware", "xen",
)  # fmt: skip
ADMIN_GROUPS = ("adm", "admin", "doas", "root", "sudo", "wheel")


def parse_passwd(answer: Answer) -> dict[str, Any]:
    """``users`` with shell and whether it lets them in; uid 0 names, shared uids, names with a hash in passwd."""
    users: list[dict[str, Any]] = []
    for line in shell_lines(answer.text):
        if not line.strip():
            continue
        fields = line.split(":")
        if len(fields) < 7 or not fields[2].isdigit() or not fields[3].isdigit():  # noqa: PLR2004 - passwd(5)
            raise ValueError(f"expected seven fields of passwd, got {line[:60]!r}")
        shell = fields[6].strip()
        if any(user["name"] == fields[0] and user["uid"] == int(fields[2]) for user in users):
            continue  # the same account out of two sources of nsswitch.conf
        users.append(
            {
                "name": fields[0],
                "field": fields[1],
                "uid": int(fields[2]),
                "gid": int(fields[3]),
                "home": fields[5],
                "shell": shell or "/bin/sh",
                "has_shell": shell.rsplit("/", 1)[-1] not in _NO_LOGIN,
            }
        )
    zero = [user["name"] for user in users if user["uid"] == 0]
    if not zero:
        raise ValueError("expected an account with uid 0, found none")
    uids = [user["uid"] for user in users]
    return {
        "users": users,
        "uid0": zero,
        "shared_uids": [user["name"] for user in users if uids.count(user["uid"]) > 1],
        "hash_in_passwd": [user["name"] for user in users if user["field"] == "hash"],
        "empty_in_passwd": [user["name"] for user in users if user["field"] == "empty"],
    }


def parse_directories(answer: Answer) -> dict[str, Any]:
    """``sources`` of accounts beside /etc/passwd; ``all_listed`` where each tells all of its accounts (else left out).

    Lines ``source NAME yes|no``, and ``end``: sssd and winbind hand out an account when it is asked for by name, and
    list none unless they are told to (sssd.conf(5), smb.conf(5)).
    """
    lines = [line.split() for line in shell_lines(answer.text) if line.strip()]
    if not lines or lines[-1] != ["end"]:
        raise ValueError("the list of directories has no end")
    facts: dict[str, Any] = {"sources": []}
    for words in lines[:-1]:
        if len(words) != 3 or words[0] != "source" or words[2] not in {"yes", "no"}:  # noqa: PLR2004 - as printed
            raise ValueError(f"expected a source of accounts, got {' '.join(words)[:60]!r}")
        facts["sources"].append({"name": words[1], "lists": words[2] == "yes"})
    if all(one["lists"] for one in facts["sources"]):
        facts["all_listed"] = True
    return facts


def parse_group(answer: Answer) -> dict[str, Any]:
    """``groups`` by name: gid and the members that group(5) lists (not those whose primary group it is)."""
    groups: dict[str, Any] = {}
    for line in shell_lines(answer.text):
        if not line.strip():
            continue
        fields = line.split(":")
        if len(fields) < 4 or not fields[2].isdigit():  # noqa: PLR2004 - group(5)
            raise ValueError(f"expected four fields of group, got {line[:60]!r}")
        members = [name for name in fields[3].strip().split(",") if name]
        groups[fields[0]] = {"gid": int(fields[2]), "members": members}
    if not groups:
        raise ValueError("expected groups, found none")
    return {"groups": groups}


def _days(field: str) -> int | None:
    """A field of shadow(5) in days; None where it is empty."""
    if field in {"", "-1"}:
        return None
    if not field.isdigit():
        raise ValueError(f"expected days, got {field[:20]!r}")
    return int(field)


def parse_password_state(answer: Answer) -> dict[str, Any]:
    """``accounts``: name, kind of hash, day of the last change (since 1970), maximum age, expiry."""
    accounts = []
    for line in shell_lines(answer.text):
        if not line.strip():
            continue
        fields = line.split(":")
        if len(fields) != 7:  # noqa: PLR2004 - what the probe prints
            raise ValueError(f"expected seven fields, got {line[:60]!r}")
        accounts.append(
            {
                "name": fields[0],
                "hash": fields[1],
                "changed": _days(fields[2]),
                "max_days": _days(fields[4]),
                "inactive": _days(fields[5]),
                "expires": _days(fields[6]),
            }
        )
    if not accounts:
        raise ValueError("expected accounts, found none")
    with_password = [one for one in accounts if one["hash"] != "locked"]
    return {"accounts": accounts, "with_password": with_password}


def parse_login_keys(answer: Answer) -> dict[str, Any]:
    """``keys``: the number of authorized keys by account; ``elsewhere``: settings by which sshd takes further ones.

    Lines ``NUMBER NAME``, ``elsewhere SETTING`` (AuthorizedKeysCommand, TrustedUserCAKeys of sshd_config(5)), and
    ``end``. ``all_counted`` is left out where a program or an authority says who has a key: no file tells then.
    """
    keys: dict[str, int] = {}
    elsewhere: list[str] = []
    ended = False
    for line in shell_lines(answer.text):
        number, _, name = line.strip().partition(" ")
        if number == "end":
            ended = True
        elif number == "elsewhere" and name:
            elsewhere.append(name)
        elif number.isdigit() and name:
            keys[name] = keys.get(name, 0) + int(number)
        elif line.strip():
            raise ValueError(f"expected a number and an account, got {line[:60]!r}")
    if not ended:
        raise ValueError("the list of keys has no end")
    facts: dict[str, Any] = {"keys": keys, "elsewhere": elsewhere}
    return facts if elsewhere else {**facts, "all_counted": True}


def parse_last_logins(answer: Answer) -> dict[str, Any]:
    """``accounts`` that have a shell and were used at least once: days since the last login."""
    found = by_head(answer)
    now = found["now"].text.strip() if "now" in found else ""
    if not now.isdigit() or "logins" not in found:
        raise ValueError("expected the time and the list of logins")
    accounts, never = [], []
    listed = [{key.replace("_", "-"): value for key, value in _PAIR.findall(line)} for line in found["logins"].lines]
    listed = [pairs for pairs in listed if "USER" in pairs]
    if not listed:
        raise ValueError("expected at least the account of root, found none")
    for pairs in listed:
        if pairs.get("SHELL", "").rsplit("/", 1)[-1] in _NO_LOGIN:
            continue
        last = _when(pairs.get("LAST-LOGIN", ""))
        if last is None:
            never.append(pairs["USER"])
        else:
            accounts.append({"name": pairs["USER"], "days": max(0, int((int(now) - last) // _DAY))})
    if not accounts:
        return {"never": never}  # no login of anybody is on record, so there may be no records
    return {"accounts": accounts, "never": never}


def _when(text: str) -> float | None:
    if not text:
        return None
    stamp = re.sub(r"([+-]\d\d)(\d\d)$", r"\1:\2", text.strip().replace(",", "."))
    try:
        when = datetime.fromisoformat(stamp)
    except ValueError:
        raise ValueError(f"expected a time, got {text[:40]!r}") from None
    return (when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp()


def logins(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Who can log in, how, with which rights and how old a password: passwd, shadow, keys, groups and clock joined."""
    state = {one["name"]: one for one in facts["password_state"]["accounts"]}
    today = int(facts["clock"]["epoch"] // _DAY)
    groups = facts["groups"]["groups"]
    people = []
    for user in facts["accounts"]["users"]:
        shadow = state.get(user["name"], {})
        password = user["field"] in {"directory", "empty", "hash"} or shadow.get("hash", "locked") != "locked"
        expired = shadow.get("expires") is not None and shadow["expires"] < today
        ways = ["password"] * password + ["key"] * (facts["login_keys"]["keys"].get(user["name"], 0) > 0)
        if not user["has_shell"] or not ways or expired:
            continue
        changed = shadow.get("changed")
        people.append(
            {
                "name": user["name"],
                "uid": user["uid"],
                "ways": ways,
                "has_password": password,
                "age_days": None if changed is None else today - changed,
                "max_days": _max_days(user, shadow),
                "groups": _groups_of(user, groups),
            }
        )
    return {
        "people": people,
        "names": [one["name"] for one in people],
        "with_password": [one for one in people if one["has_password"]],
        "admins": [one["name"] for one in people if one["uid"] == 0 or set(one["groups"]) & set(ADMIN_GROUPS)],
    }


def _max_days(user: Mapping[str, Any], shadow: Mapping[str, Any]) -> int | None:
    """Highest age of a password; None where a directory keeps it, whose rules aren't known here."""
    if user["field"] == "directory" and not shadow:
        return None
    days: int | None = shadow.get("max_days")
    return NEVER if days is None else days


def vm_managers(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Members of the groups that rule guests, by primary or further group."""
    groups = {name: one for name, one in facts["groups"]["groups"].items() if name in VM_GROUPS}
    managers: dict[str, list[str]] = {}
    for user in facts["accounts"]["users"]:
        for name in _groups_of(user, groups):
            managers.setdefault(user["name"], []).append(name)
    known = {user["name"] for user in facts["accounts"]["users"]}
    for name, one in groups.items():
        for member in one["members"]:
            if member not in known:  # an account of a directory that is not listed
                managers.setdefault(member, []).append(name)
    listed = [{"name": name, "groups": sorted(found)} for name, found in sorted(managers.items())]
    return {"managers": listed, "names": [one["name"] for one in listed], "groups": sorted(groups)}


def _groups_of(user: Mapping[str, Any], groups: Mapping[str, Any]) -> list[str]:
    return [name for name, one in groups.items() if user["name"] in one["members"] or user["gid"] == one["gid"]]

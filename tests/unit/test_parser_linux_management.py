"""Parsers of the Linux addenda for services and management: what samples don't show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.parsers import Answer
from app.parsers.audit import parse_audit_rules, recorded, removals_recorded
from app.parsers.banners import discloses
from app.parsers.guestagents import parse_guest_agents
from app.parsers.guestfolders import others
from app.parsers.jobs import kind_of, parse_cron_jobs, parse_timers, seconds, starts
from app.parsers.logging_targets import parse_logging
from app.parsers.registry import PARSERS
from app.parsers.restart import flavour, parse_restart
from app.parsers.sshd import parse_sshd
from app.parsers.timesync import parse_time_look, time_servers
from app.parsers.updates import parse_updates_apt

MINE = (
    "aide", "aide_cover", "audit_rules", "backup_jobs", "boot_loader", "cron_jobs", "desktop_settings", "guest_agents",
    "guest_folders", "guest_kind", "guest_shares", "guest_sleep", "guest_tools", "hypervisor_packages", "issue_files",
    "logging", "media", "password_policy", "repositories", "restart", "screen_savers", "ssh_banner", "ssh_pam",
    "ssh_server", "sshd", "thin_pools", "time_look", "timers", "updates_apk", "updates_apt", "updates_dnf",
    "updates_zypper",
)  # fmt: skip
HEADS = (
    "end", "now", "lists", "updates", "status", "rules", "settings", "lines", "scripts daily", "active", "rsyslog",
    "manager systemd", "folder storage /srv/vm", "system /", "grub /boot/grub/grub.cfg", "running", "qga", "tracking",
    "sources", "list a.list", "sources a.sources", "yum a.repo", "banner /etc/issue.net", "issue /etc/issue", "conf x",
    "pam /etc/pam.d/passwd", "baseline /var/lib/aide/aide.db", "schedule", "state", "masked", "modes", "xrdp",
)  # fmt: skip
WORDS = (
    "enabled 1", "-w /etc -p wa -k x", "-a always,exit -F", "stat 755 root root", "df x 1 2 3 4% /", "open 0", "1 2",
    "17 3 * * *; aide;sleep 1", "Inst a [1] (2 x-security [amd64])", "qemu-ga --block-rpcs=", "deb [a=b] http://x y",
    "[a]", "gpgcheck=0", "password requisite pam_pwquality.so minlen=x", "*.* @@host", "1700000000", "end", "|", "",
    "root /usr/sbin/qemu-ga", "superusers 1", "editor no", "Id=a.timer", "RandomizedDelayUSec=x", "job a|b|c",
)  # fmt: skip
BLOCKS = st.lists(
    st.one_of(
        st.sampled_from(HEADS).map(lambda head: f"== {head}"),
        st.sampled_from(WORDS).map(lambda words: f"|{words}"),
        st.sampled_from(WORDS),
        st.text(max_size=30),
    ),
    max_size=20,
).map("\n".join)


@pytest.mark.parametrize("parser", MINE)
@given(text=st.one_of(st.text(max_size=200), BLOCKS))
def test_foreign_output_raises_value_error_only(parser: str, text: str) -> None:
    try:
        PARSERS[parser](Answer(text))
    except ValueError as error:
        assert str(error)  # noqa: PT017 - either is fine, but a refusal has a sentence


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("*-*-* 06,18:00:00 ", ["06:00", "18:00"]),
        ("Sun *-*-* 03:10:00 ", ["03:10"]),
        ("*-*-* 00:00:00 Europe/Berlin ", ["00:00"]),
        ("*-*-* 07..23:30:00 ", []),
        ("*-*-* *:00:00 ", []),
        ("*-*-* 0/12:15:00 ", ["00:15", "12:15"]),
        ("nonsense", []),
    ],
)
def test_starts_of_timers(expression: str, expected: list[str]) -> None:
    assert starts(expression) == expected


@pytest.mark.parametrize(("span", "expected"), [("0", 0), ("1h 40min", 6000), ("12h", 43200), ("1min 30.5s", 90)])
def test_spans(span: str, expected: int) -> None:
    assert seconds(span) == expected


def test_a_span_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="time span"):
        seconds("infinity")


def test_inactive_timers_are_no_jobs() -> None:
    block = (
        "TimersCalendar={{ OnCalendar=*-*-* 01:50:00 ; next_elapse=0 }}\n"
        "RandomizedDelayUSec=2h\nId={}\nActiveState={}\n"
    )
    text = block.format("dailyaidecheck.timer", "active") + "\n" + block.format("fstrim.timer", "inactive")
    assert parse_timers(Answer(text)) == {
        "jobs": [{"name": "dailyaidecheck.timer", "kind": "integrity", "start": "01:50", "random_delay": 7200}]
    }


CRON = "== settings\n{settings}== lines\n{lines}== scripts daily\n|logrotate\n== end\n"


@pytest.mark.parametrize(
    ("settings", "lines", "start", "delay"),
    [
        ("", "|25 6 * * *; cron.daily;\n", "06:25", 0),
        (
            "|ANACRON=yes\n|START_HOURS_RANGE=3-22\n|RANDOM_DELAY=45\n",
            "|25 6 * * *; anacron cron.daily;\n",
            "03:00",
            2700,
        ),
        ("", "|0 2 * * *; periodic/daily;\n", "02:00", 0),
    ],
)
def test_scripts_start_with_their_folder(settings: str, lines: str, start: str, delay: int) -> None:
    jobs = parse_cron_jobs(Answer(CRON.format(settings=settings, lines=lines)))["jobs"]
    assert jobs == [{"name": "cron.daily/logrotate", "kind": "logrotate", "start": start, "random_delay": delay}]


@pytest.mark.parametrize(
    ("pause", "width"),
    [
        ("bash sleep $((RANDOM/32))", 1023),
        ("sleep $((RANDOM/32))", 0),  # dash has no RANDOM
        (r"bash sleep $((RANDOM\%1800))", 1800),
        ("sleep $(shuf -i 0-3600 -n 1)", 3600),
        ("sleep 30", 0),
        ("", 0),
    ],
)
def test_random_pause_of_cron(pause: str, width: int) -> None:
    text = f"== settings\n== lines\n|17 3 * * *; aide;{pause}\n== end\n"
    assert parse_cron_jobs(Answer(text))["jobs"][0]["random_delay"] == width


def test_kinds_of_jobs() -> None:
    assert [kind_of(name) for name in ("dpkg-db-backup.timer", "clamav-daemon", "apt-daily.timer", "fstrim.timer")] == [
        "other",
        "malware",
        "update",
        "other",
    ]


def rules(*lines: str) -> list[dict[str, object]]:
    text = "== status\n|enabled 1\n|pid 9\n== rules\n" + "".join(f"|{line}\n" for line in lines)
    return list(parse_audit_rules(Answer(text))["rules"])


def test_a_watch_covers_what_lies_below_it_only() -> None:
    found = rules("-w /srv/vm -p wa -k vm")
    assert recorded(found, "/srv/vm", "wa")
    assert recorded(found, "/srv/vm/web1", "w")
    assert not recorded(found, "/srv/vm2", "w")
    assert not recorded(found, "/srv", "w")
    assert not recorded(found, "/srv/vm", "r")
    assert removals_recorded(found, "/srv/vm/web1")


def test_rules_that_leave_out_or_narrow_do_not_count() -> None:
    assert rules("-a never,exit -F dir=/srv/vm -F perm=wa") == []
    assert not recorded(rules("-a always,exit -F dir=/srv/vm -F perm=wa -F uid=33"), "/srv/vm", "w")
    assert recorded(rules("-a always,exit -F dir=/srv/vm -F perm=wa -F auid>=1000 -F auid!=-1"), "/srv/vm", "wa")


def test_kernels_of_another_flavour_do_not_ask_for_a_restart() -> None:
    assert flavour("6.1.0-40-amd64") == "amd64"
    assert flavour("5.14.0-427.42.1.el9_4.x86_64") == flavour("5.14.0-503.11.1.el9_5.x86_64")
    assert flavour("6.1.0-41-cloud-amd64") != flavour("6.1.0-40-amd64")
    text = "running 6.1.0-9-amd64\ninstalled 6.1.0-9-amd64\ninstalled 6.1.0-10-amd64\nend\n"
    assert parse_restart(Answer(text))["reasons"] == ["kernel 6.1.0-10-amd64 is installed, 6.1.0-9-amd64 runs"]


def test_old_package_lists_leave_it_open() -> None:
    text = "== now\n|1700864000\n== lists\n|{}\n== updates\n|0 upgraded\n== advisories\n|yes\n== end\n"
    assert "recent_package_lists" in parse_updates_apt(Answer(text.format(1700864000 - 86400)))
    assert "recent_package_lists" not in parse_updates_apt(Answer(text.format(1700864000 - 4 * 86400)))


def test_another_account_cannot_pose_as_an_agent() -> None:
    text = "== running\n|root /usr/sbin/qemu-ga\n|anna qemu-ga --block-rpcs=guest-exec\n== qga\n|[general]\n== end\n"
    (agent,) = parse_guest_agents(Answer(text))["agents"]
    assert "guest-exec" in agent["open"]


def test_root_and_the_lists_of_sshd() -> None:
    def kept_out(lines: str) -> bool:
        return bool(parse_sshd(Answer(f"port 22\npermitrootlogin yes\n{lines}"))["root_kept_out"])

    assert kept_out("allowusers anna\nallowusers ben@10.0.0.*\n")
    assert not kept_out("allowusers anna\nallowusers r??t\n")
    assert not kept_out("allowusers root@10.0.0.1\n")
    assert kept_out("denyusers root\n")
    assert not kept_out("")


def test_log_targets_on_this_machine_do_not_count() -> None:
    text = "== manager systemd\n== active\n|rsyslogd\n== rsyslog\n|*.* @@{}:514\n== end\n"
    assert parse_logging(Answer(text.format("localhost")))["target_names"] == []
    assert parse_logging(Answer(text.format("[2001:db8::1]")))["target_names"] == ["2001:db8::1 (tcp)"]


def test_fallback_servers_are_named_apart() -> None:
    lines = "== running\n|systemd-timesyncd\n== timesync\n|FallbackNTPServers=a b\n|ServerName=a\n"
    lines += "|ServerAddress=192.0.2.7\n== end\n"
    look = parse_time_look(Answer(lines))
    assert time_servers({"time_look": look}) == {
        "servers": ["a"],
        "fallback": ["a", "b"],
        "service": "systemd-timesyncd",
        "sources": ["192.0.2.7"],
    }


def test_servers_in_use_and_clocks_of_the_host() -> None:
    def servers(lines: str) -> dict[str, object]:
        return time_servers({"time_look": parse_time_look(Answer(f"{lines}== end\n"))})

    chrony = (
        "== running\n|chrony\n== tracking\n"
        "== sources\n|^,*,192.0.2.1,2,6,377,12,0.0,0.0,0.0\n|#,+,PHC0,0,2,377,3,0,0,0\n"
        "== chrony\n|pool 2.debian.pool.ntp.org iburst\n|refclock PHC {}\n== ptp\n|/dev/ptp0 KVM virtual PTP\n"
    )
    found = servers(chrony.format("/dev/ptp0:extpps"))
    assert (found["sources"], found["clocks"]) == (["192.0.2.1"], ["KVM virtual PTP"])
    assert servers(chrony.format("/dev/ptp_hyperv"))["clocks"] == ["hyperv"]
    assert servers(chrony.format("/dev/ptp1"))["clocks"] == ["/dev/ptp1"]
    row = "|{} 2 u 12 64 377 0.1 0.2 0.3\n"
    ntpq = "== running\n|ntpsec\n== ntpq\n" + row.format("*192.0.2.1 .GPS.") + row.format(" 2.pool .POOL.")
    assert servers(ntpq + row.format("+127.127.1.0 .LOCL."))["sources"] == ["192.0.2.1"]


def test_modes_of_folders() -> None:
    assert [others(mode) for mode in (0o750, 0o711, 0o755, 0o777)] == ["nothing", "enter", "list", "change"]


def test_a_plain_warning_discloses_nothing() -> None:
    assert discloses("Authorised staff only. Use is recorded.") == []
    assert discloses("Ubuntu 22.04.4 LTS \\n \\l") == ["\\n", "Ubuntu"]

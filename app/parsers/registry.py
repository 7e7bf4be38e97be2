"""The parsers by the name that content uses: a literal, so that a reader finds all of them here."""

from app.parsers import (
    Derivation,
    Parser,
    basic,
    firewall,
    forwarding,
    iptables,
    machine,
    nftables,
    sockets,
    sshd,
    units,
    webconsoles,
)

PARSERS: dict[str, Parser] = {
    "addresses": machine.parse_addresses,
    "clock": machine.parse_clock,
    "firewalld": firewall.parse_firewalld,
    "forwarding": forwarding.parse_forwarding,
    "iptables": iptables.parse_iptables,
    "json": basic.json_value,
    "kernel": machine.parse_kernel,
    "keyvalue": basic.keyvalue,
    "lines": basic.lines,
    "netfilter_modules": firewall.parse_netfilter_modules,
    "nftables": nftables.parse_nftables,
    "number": basic.number,
    "snmp": webconsoles.parse_snmp,
    "sockets": sockets.parse_sockets,
    "sshd": sshd.parse_sshd,
    "text": basic.text,
    "ufw": firewall.parse_ufw,
    "units": units.parse_units,
    "web_settings": webconsoles.parse_web_settings,
}

DERIVATIONS: dict[str, Derivation] = {
    "firewall": firewall.firewall,
}

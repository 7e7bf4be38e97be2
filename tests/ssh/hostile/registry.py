"""Every scenario by name: what is tried is what stands in these lists."""

from hostile import channels, keys, login, reach, rights, shells

LISTS = {
    "reach": reach.SCENARIOS,
    "keys": keys.SCENARIOS,
    "login": login.SCENARIOS,
    "channel": channels.SCENARIOS,
    "shell": shells.SCENARIOS,
    "openssh": rights.SCENARIOS,
}
SCENARIOS = {one.name: one for listed in LISTS.values() for one in listed}
assert len(SCENARIOS) == sum(map(len, LISTS.values())), "two scenarios of one name"

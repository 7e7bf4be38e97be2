"""The small guideline that hostile hosts are asked: what each item proves when it passes."""

from content_sample import HEAD, chapter_text

ITEMS = ("4.1-a", "4.1-b", "4.1-c", "4.1-d", "4.1-e")
PEOPLE = ("4.2-a", "4.2-b")  # a person answers; the second once for the site

PLATFORM = """\
platform:
  id: tiny
  title: Any system with a shell
  detect: 'true'
  roles: [host, guest]

probes:
  os_release:
    command: 'echo ID=debian; echo PRETTY_NAME=Tiny'
    parser: keyvalue
  settings:
    command: 'echo colour=green; echo size=4'
    parser: keyvalue
  words:
    command: 'echo good; echo fine'
    parser: lines
  slow:
    command: 'sleep 1; echo slow'
    parser: lines
  rooted:
    command: 'id -u'
    parser: number
    privilege: root

checks:
  - id: tiny.colour
    item: 4.1-a
    title: The colour is green
    expect: {fact: settings.colour, equals: green}
    remediation: {any: Paint it green.}
  - id: tiny.size
    item: 4.1-b
    title: The size is at most three
    expect: {fact: settings.size, at_most: 3}
    remediation: {any: Cut it down.}
  - id: tiny.words
    item: 4.1-c
    title: No bad word is said, which silence must not pass
    expect: {fact: words.lines, contains_none: [bad]}
    remediation: {any: Say something else.}
  - id: tiny.slow
    item: 4.1-d
    title: The slow one answers
    expect: {fact: slow.lines, contains: slow}
    remediation: {any: Wait.}
  - id: tiny.rooted
    item: 4.1-e
    title: Root did it
    expect: {fact: rooted.number, equals: 0}
    remediation: {any: Be root.}
"""


def write_guideline(folder):
    """The content tree below that folder; its root."""
    root = folder / "checks"
    (root / "guideline").mkdir(parents=True)
    (root / "platforms" / "tiny").mkdir(parents=True)
    (root / "guideline" / "benchmark.yaml").write_text(HEAD)
    items = [(item, "both", "automated", "high") for item in ITEMS]
    items += [(PEOPLE[0], "both", "manual", "low"), (PEOPLE[1], "site", "manual", "low")]
    (root / "guideline" / "4.yaml").write_text(chapter_text("4", items))
    (root / "platforms" / "tiny" / "platform.yaml").write_text(PLATFORM)
    return root

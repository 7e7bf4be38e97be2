import re
from collections import Counter
from datetime import date
from itertools import pairwise

import pytest
from defusedxml.ElementTree import fromstring
from formats_sample import NASTY, SCANS, nasty, wide
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as reader
from report_sample import HV1, TODAY, empty, many, sample

from app import language
from app.record import ScanResult
from app.report.html import html, write_html
from app.report.html.markup import anchor, opening, plain, raw, tag, text
from app.report.html.style import TOKENS, colours, style_sheet
from app.report.standing import WAIVED, counts
from app.report.verdict import Verdict, standing_verdict, word
from app.report.visible import visible

_ELEMENTS = {
    *("html", "head", "meta", "title", "style", "body", "header", "nav", "main", "section", "article", "footer", "div"),
    *("span", "p", "h1", "h2", "h3", "h4", "ul", "ol", "li", "dl", "dt", "dd", "pre", "code", "b", "strong", "i", "br"),
    *("table", "thead", "tbody", "tr", "th", "td", "a", "fieldset", "legend", "label", "input"),
    *("svg", "symbol", "circle", "path", "rect", "use"),
}


def page(scan: ScanResult, today: date = TODAY) -> reader.HtmlElement:
    return reader.document_fromstring("".join(html(scan, today)))


@pytest.mark.parametrize("name", SCANS)
def test_nothing_in_it_runs_or_comes_from_elsewhere(name):
    tree = page(SCANS[name]())
    assert {one.tag for one in tree.iter() if isinstance(one.tag, str)} <= _ELEMENTS
    assert not [key for one in tree.iter() for key in one.attrib if key.startswith("on") or key in {"src", "srcdoc"}]
    assert all(one.get("href").startswith("#") for one in tree.iter() if one.get("href") is not None)
    assert "url(" not in style_sheet()
    assert "@import" not in style_sheet()
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"]


@pytest.mark.parametrize("name", SCANS)
def test_every_link_leads_to_a_place_and_every_place_is_there_once(name):
    tree = page(SCANS[name]())
    places = Counter(tree.xpath("//@id"))
    assert not [place for place, times in places.items() if times > 1]
    links = {one.get("href")[1:] for one in tree.iter() if one.get("href") is not None}
    assert links <= set(places)
    assert set(tree.xpath("//@aria-labelledby")) <= set(places)


@pytest.mark.parametrize("scan", [sample(), empty()], ids=["sample", "empty"])
def test_headings_step_down_one_at_a_time(scan):
    levels = [int(one.tag[1]) for one in page(scan).xpath("//main//*[self::h2 or self::h3 or self::h4]")]
    assert levels[0] == 2
    assert all(now <= before + 1 for before, now in pairwise(levels))
    assert len(page(scan).xpath("//h1")) == 1


def test_a_screen_reader_is_told_what_it_needs():
    tree = page(sample())
    assert tree.get("lang") == "en"
    assert all(one.get("scope") in {"col", "row"} for one in tree.xpath("//th"))
    assert all(one.get("aria-hidden") == "true" for one in tree.xpath("//svg[not(@role='img')]"))
    (ring,) = tree.xpath("//svg[@role='img']")
    assert ring.get("aria-label").startswith("Score 81 of 100. Fail: 9, Waived: 2, ")
    assert all(one.get("aria-label") for one in tree.xpath("//pre[@tabindex]"))
    assert tree.xpath("//nav/@aria-label") == ["Contents"]
    assert tree.xpath("//a[@class='skip']/@href") == ["#content"]


def test_a_verdict_is_a_shape_a_word_and_a_colour():
    tree = page(sample())
    signs = tree.xpath("//*[contains(concat(' ', @class, ' '), ' sign ')]")
    assert len(signs) > 100
    for one in signs:
        verdict = Verdict(one.xpath("./svg/use/@href")[0].removeprefix("#sign-"))
        assert one.get("class") == f"sign v-{verdict}"
        assert one.text_content() == word(verdict)
        assert f".v-{verdict}{{color:" in style_sheet()


@pytest.mark.parametrize("scan", [sample(), many(3)], ids=["sample", "many"])
def test_its_figures_are_those_of_the_audit(scan):
    tree = page(scan)
    rows = {
        row.xpath("./th")[0].text_content(): int(row.xpath("./td")[0].text_content())
        for row in tree.xpath("//table[@class='key']/tbody/tr")
    }
    assert rows == {word(one): n for one, n in Counter(map(standing_verdict, scan.findings)).items()}
    assert rows["Waived"] == counts(scan.findings)[WAIVED]


def test_each_item_is_there_with_its_verdict_and_can_be_hidden_by_it():
    tree = page(sample())
    items = {one.get("id"): one.get("data-verdict") for one in tree.xpath("//article[contains(@class, 'item')]")}
    assert set(items) == {anchor("item", item) for item in {f.measured.item for f in sample().findings}}
    assert items["item-4.1-b"] == "waived"
    boxes = tree.xpath("//fieldset//input/@id")
    assert {one.removeprefix("show-") for one in boxes} == set(items.values())
    for one in boxes:
        hidden = f"body:has(#{one}:not(:checked)) .item[data-verdict={one.removeprefix('show-')}]"
        assert hidden in style_sheet()


def test_what_people_said_stands_beside_what_was_measured():
    (row,) = page(sample()).xpath("//article[@id='item-4.1-b']//table[@class='signs']/tbody/tr[td[2]='hv1']")
    assert row.xpath("./td")[0].text_content() == "Waived"
    said = row.xpath("./td")[2].text_content()
    assert "Port 16509 is open to every source." in said
    assert "Fails; waived until 2027-03-31 by Eleni Papadaki" in said


def test_text_of_hosts_and_people_stays_text_and_shows_what_was_hidden():
    tree = page(nasty())
    assert not tree.xpath("//script")
    assert visible(NASTY).replace("\n", "") in tree.xpath("//h1")[0].text_content()
    assert tree.xpath("//h1/span[@class='esc']")
    whole = "".join(html(nasty(), TODAY))
    assert not set(whole) & set("\x00\x1b\u202e\u200b\ud800\uffff")


def test_a_long_list_and_a_long_value_are_cut_and_say_so():
    whole = "".join(html(wide(), TODAY))
    assert len(whole) < 400_000
    assert "… (+7,999,000 characters)" in whole
    tree = reader.document_fromstring(whole)
    rows = tree.xpath("//article[@id='item-4.1-a']//table[@class='icons']/tbody/tr")
    assert len(rows) == 400
    assert "1,101 further rows stand in the JSON." in tree.xpath("//article[@id='item-4.1-a']")[0].text_content()


def test_it_speaks_german_and_marks_what_is_english():
    with language.speaking("de"):
        tree = page(sample())
    assert tree.get("lang") == "de"
    assert "Überblick für die Leitung" in tree.text_content()
    assert tree.xpath("//article[@id='item-7.1.1-b']//pre")[0].get("lang") == "en"
    heads = tree.xpath("//article//dt/text()") + tree.xpath("//article//th/text()")
    assert {"Warum · auf Englisch", "Abhilfe · auf Englisch", "Gefunden · auf Englisch"} <= set(heads)
    answered = [one for one in tree.xpath("//text()") if one.strip().startswith("Beantwortet mit „")]
    assert answered
    assert not [one for one in answered if "”" in one]  # what ends an English quotation
    own = re.findall(r"Items shown|Skip to the content|further rows? stands?", tree.text_content())
    assert own == []


def test_it_is_the_same_at_each_time(tmp_path):
    assert "".join(html(sample(), TODAY)) == "".join(html(sample(), TODAY))
    write_html(sample(), tmp_path / "a.html")
    assert (tmp_path / "a.html").read_bytes().startswith(b'<!DOCTYPE html>\n<html lang="en">')


def test_secrets_are_masked():
    whole = "".join(html(sample(), TODAY))
    assert "hunter22" not in whole
    assert "$6$rounds" not in whole
    assert "[masked: password hash]" in whole


def test_markup_is_made_of_escaped_parts_only():
    assert tag("p", text("<b>&"), cls="a", aria_label='"<', lang=None) == (
        '<p class="a" aria-label="&quot;&lt;">&lt;b&gt;&amp;</p>'
    )
    assert text("a\nb\x00") == 'a<br>b<span class="esc">\\x00</span>'
    assert raw("a\n<") == "a\n&lt;"
    assert plain("a\n<\x00") == "a &lt;\\x00"
    assert opening("input", checked="") == '<input checked="">'
    assert anchor("item", "a b") != anchor("item", "a_20_b")


@settings(max_examples=25)
@given(st.text(min_size=1))
def test_any_text_gives_well_formed_markup(words):
    fragment = tag("p", text(words), raw(words), plain(words), title=words)
    assert fromstring(fragment.replace("<br>", "<br/>")).tag == "p"
    assert page(nasty(words)).xpath("//h1")


def _luminance(digits: str) -> float:
    parts = [int(digits[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read_on_every_ground(scheme):
    """WCAG 2.2, success criterion 1.4.3: 4.5 to 1."""
    table = colours()[scheme]
    grounds = {name: ("surface", "window", f"{name}_soft") for name in TOKENS.values()}
    grounds |= {"text": ("window", "surface", "sunken", "accent_soft"), "muted": ("window", "surface", "accent_soft")}
    grounds |= {"accent": ("window", "surface", "accent_soft"), "code_text": ("code",)}
    grounds["unknown"] = (*grounds["unknown"], "accent_soft", "code", "sunken")  # escapes stand anywhere
    for ink, behind in grounds.items():
        for ground in behind:
            high, low = sorted((_luminance(table[ink]), _luminance(table[ground])), reverse=True)
            assert (high + 0.05) / (low + 0.05) >= 4.5, (ink, ground)


def test_machines_that_were_not_reached_are_told_with_the_cause():
    rows = {
        row.xpath("./td")[1].text_content().partition("192")[0]: row.xpath("./td")[4].text_content()
        for row in page(sample()).xpath("//section[@id='method']//table[@class='icons']/tbody/tr")
    }
    assert rows["lab3"].startswith("Not reached. lab3 (192.0.2.99, port 22) didn't answer")
    assert rows[HV1].startswith("SHA256:")

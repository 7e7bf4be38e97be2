"""The structure that screen readers follow, and what independent programs make of the PDF."""

import re
import shutil
import subprocess
from dataclasses import replace

import pytest
from defusedxml import ElementTree
from pdf_streams import streams
from report_sample import TODAY, WORLD, empty, many, sample

from app.report.pdf import pdf_bytes


def content(data: bytes) -> list[str]:
    """The content streams of the pages."""
    return [text.decode("latin-1") for text in streams(data) if b"/Artifact BMC" in text]


@pytest.mark.parametrize("scan", [sample(), empty(), many(6)], ids=["sample", "empty", "many"])
def test_every_piece_of_a_page_is_marked_and_closed(scan):
    data = pdf_bytes(scan, TODAY)
    pages = content(data)
    assert len(pages) == data.count(b"/StructParents")
    for page in pages:
        words = re.sub(r"\((?:\\.|[^\\()])*\)", "()", page)
        depth = 0
        for word in re.findall(r"\b(BDC|BMC|EMC)\b", words):
            depth += 1 if word != "EMC" else -1
            assert depth in (0, 1)
        assert depth == 0
        numbers = [int(number) for number in re.findall(r"/MCID (\d+)", words)]
        assert numbers == list(range(len(numbers)))


def test_the_tree_has_headings_tables_figures_and_links():
    data = pdf_bytes(sample(), TODAY)
    for role in (
        b"/S/H1",
        b"/S/H2",
        b"/S/H3",
        b"/S/P",
        b"/S/Table",
        b"/S/TR",
        b"/S/TH",
        b"/S/TD",
        b"/S/Figure",
        b"/S/Link",
    ):
        assert role in data
    assert b"/StructTreeRoot" in data
    assert b"/Lang" in data
    assert data.count(b"/S/Figure") == len(re.findall(rb"/S/Figure[^>]*?/Alt", data))


def test_the_metadata_is_xml_whatever_the_title():
    scan = sample()
    data = pdf_bytes(replace(scan, info=replace(scan.info, title="<a>&\x00\ud800 ]]>", auditor="'\"")), TODAY)
    packet = data[data.index(b"<?xpacket begin") : data.index(b'<?xpacket end="r"?>')]
    root = ElementTree.fromstring(packet.decode("utf-8"))
    assert root.find(".//{http://purl.org/dc/elements/1.1/}title//{*}li").text == "<a>&\\x00\\ud800 ]]>"


# --- as other programs read it ----------------------------------------------------------------------------------------


def run(*command: str) -> str:
    program = shutil.which(command[0])
    assert program, f"{command[0]} is missing: install poppler-utils"
    return subprocess.run([program, *command[1:]], capture_output=True, text=True, check=True).stdout


@pytest.fixture
def pdf(tmp_path):
    path = tmp_path / "audit.pdf"
    path.write_bytes(pdf_bytes(sample(), TODAY))
    return str(path)


@pytest.mark.real
def test_poppler_finds_it_tagged_with_metadata_and_without_script(pdf):
    told = dict(line.split(":", 1) for line in run("pdfinfo", pdf).splitlines() if ":" in line)
    assert told["Tagged"].strip() == "yes"
    assert told["JavaScript"].strip() == "no"
    assert told["Title"].strip() == "Data centre North, autumn 2026"
    assert told["Author"].strip() == "Eleni Papadaki"
    assert "Nov 23 14:05:10 2026" in told["CreationDate"]


@pytest.mark.real
def test_poppler_finds_every_font_embedded(pdf):
    rows = run("pdffonts", pdf).splitlines()[2:]
    assert rows
    for row in rows:
        assert row.split()[-5:-2] == ["yes", "yes", "yes"], row


@pytest.mark.real
def test_poppler_reads_the_text_in_order(pdf):
    text = run("pdftotext", "-layout", pdf, "-")
    pages = text.split("\f")
    assert WORLD in text
    assert "Page 1 of" not in pages[0]
    assert f"Page 2 of {len(pages) - 1}" in pages[1]
    assert "\x1b" not in text
    assert "\u202e" not in text
    structure = run("pdfinfo", "-struct-text", pdf)
    assert structure.index("Management summary") < structure.index("Scope and method") < structure.index("Glossary")
    assert "Fails; waived until 2027-03-31 by Eleni Papadaki" in structure


@pytest.mark.real
def test_contents_and_links_lead_to_the_right_pages(pdf):
    pages = run("pdftotext", "-layout", pdf, "-").split("\f")
    for title in ("Management summary", "Scope and method", "Waivers", "Appendix: evidence", "Glossary"):
        number = int(re.search(rf"{title}\D*(\d+)\n", pages[1]).group(1))
        assert re.search(rf"^\s*{title}\s*$", pages[number - 1], re.MULTILINE), title

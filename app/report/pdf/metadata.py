"""What the document says of itself, as XMP for programs that file documents; it claims no conformance."""

from datetime import datetime
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream

from app import language
from app.language import tr
from app.report.document import Cover
from app.report.visible import one_line

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/">
   <dc:format>application/pdf</dc:format>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
   <dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
   <dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
   <dc:identifier>{identifier}</dc:identifier>
   <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
   <pdf:Producer>{producer}</pdf:Producer>
   <xmp:CreatorTool>{program}</xmp:CreatorTool>
   <xmp:CreateDate>{date}</xmp:CreateDate>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""

PRODUCER = "Bartizan with ReportLab"


def subject(cover: Cover) -> str:
    """Say in a line what the document is about."""
    text = tr("Hardening audit against {guideline}; audit {id}, seal {seal}")
    return one_line(text.format(guideline=cover.guideline, id=cover.audit_id, seal=cover.seal))


def language_tag() -> str:
    """The language of the document (RFC 5646)."""
    return "en-GB" if language.current() == language.ENGLISH else language.current()


def english() -> str:
    """Mark an element as in English for screen readers (ISO 32000-1, 14.9.2); nothing where all of it is."""
    return "" if language.current() == language.ENGLISH else "/Lang(en)"


def packet(cover: Cover, stamp: datetime) -> PDFStream:
    """Make the stream; every text in it is escaped for XML and holds no control character."""
    texts = {
        "title": cover.title,
        "author": cover.auditor,
        "subject": subject(cover),
        "identifier": cover.audit_id,
        "program": cover.program,
        "producer": PRODUCER,
        "language": language_tag(),
        "date": f"{stamp:%Y-%m-%dT%H:%M:%SZ}",
    }
    text = _PACKET.format(**{key: escape(one_line(value)) for key, value in texts.items()})
    stream = PDFStream(PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}), text.encode("utf-8"))
    stream.filters = []
    return stream

"""What a reader sees in the field of a digital signature: a small page that is laid into it."""

import io
from datetime import datetime

from reportlab.pdfgen.canvas import Canvas

from app.language import tr
from app.report.pdf import fonts
from app.report.pdf.look import ACCENT, ACCENT_SOFT, TEXT, TINY
from app.report.pdf.setting import shorten
from app.report.pdf.signatures import Digital
from app.report.wording import moment


def stamp_bytes(name: str, issuer: str, when: datetime) -> bytes:
    """Draw who signed, by whose certificate, and when by the signer's clock."""
    fonts.register()
    stream = io.BytesIO()
    sheet = Canvas(stream, pagesize=(Digital.WIDE, Digital.TALL), invariant=1, initialFontName=fonts.SANS)
    sheet.setFillColor(ACCENT_SOFT)
    sheet.rect(0, 0, Digital.WIDE, Digital.TALL, stroke=0, fill=1)
    sheet.setFillColor(ACCENT)
    sheet.rect(0, 0, 2.4, Digital.TALL, stroke=0, fill=1)
    lines = (
        (tr("Digitally signed"), TINY),
        (name, TEXT.but(face=fonts.BOLD)),
        (
            tr("Certificate by {issuer} · {time} by the signer's clock").format(issuer=issuer, time=moment(when)),
            TINY,
        ),
    )
    y = Digital.TALL - 13
    for text, style in lines:
        for run in shorten(text, style, Digital.WIDE - 20):
            sheet.setFont(run.face, run.size)
            sheet.setFillColor(run.ink)
            sheet.drawString(10 + run.x, y, run.text)
        y -= 13.5
    sheet.showPage()
    sheet.save()
    return stream.getvalue()

"""Reports as one text, which none but tests want: the program writes them in parts."""

from app.record import ScanResult
from app.report.csvreport import csv_parts
from app.report.formats import json_parts


def json_text(scan: ScanResult) -> str:
    return "".join(json_parts(scan))


def csv_text(scan: ScanResult) -> str:
    return "".join(csv_parts(scan))

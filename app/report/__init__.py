"""Reports of an audit: PDF for people, JSON for scripts, CSV for spreadsheets."""

from app.report.formats import FORMATS, json_text

__all__ = ["FORMATS", "json_text"]

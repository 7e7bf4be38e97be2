"""Reports of an audit: PDF for people, JSON for scripts, CSV for spreadsheets."""

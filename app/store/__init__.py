"""The audit file: an append-only, hash-chained ledger in one SQLite database. Only this package imports sqlite3."""

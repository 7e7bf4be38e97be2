"""The entry point of ``bartizan``: alone it opens the wizard, with arguments it is the command line.

Two ways, because the command line's imports take longer than the first window does.
"""

import importlib
import sys


def main() -> None:
    """Run the program that the arguments ask for; exits with its status."""
    if getattr(sys, "frozen", False):
        importlib.import_module("multiprocessing").freeze_support()  # a foreign form is read in a process of its own
    if len(sys.argv) == 1:
        sys.exit(int(importlib.import_module("ui.main").main([])))
    importlib.import_module("app.cli.main").main()

"""The entry point of ``bartizan``: alone or with an audit file it opens the wizard, else it is the command line.

Two ways, because the command line's imports take longer than the first window does.
"""

import importlib
import sys


def main() -> None:
    """Run the program that the arguments ask for; exits with its status."""
    if getattr(sys, "frozen", False):
        importlib.import_module("multiprocessing").freeze_support()  # a foreign form is read in a process of its own
    given = sys.argv[1:]
    if not given or (len(given) == 1 and given[0].endswith(".bartizan")):  # a desktop opens an audit by its file
        sys.exit(int(importlib.import_module("ui.main").main(given)))
    language = importlib.import_module("app.language")
    language.use(language.system_language())  # help texts are made where a command's module is imported
    importlib.import_module("app.cli.main").main()

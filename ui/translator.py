"""Qt's texts from the same table as everything else, so that there is one mechanism and one file per language."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from app import language


class Translator(QTranslator):
    """Answers ``tr`` of every class from ``app.language``; install it once, it follows the language in force."""

    def translate(self, context: str, source: str, comment: str = "", n: int = -1) -> str | None:  # type: ignore[override] # None is Qt's "not mine"
        if language.current() == language.ENGLISH:
            return None
        forms = language.lookup(context, source, comment or "")
        if forms == (source,):
            return None
        return forms[0] if n in {1, -1} else forms[-1]

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        """Qt doesn't ask a translator that says that it is empty."""
        return False


class Translators:
    """Ours, and Qt's own for the texts of its dialogs and of its buttons."""

    def __init__(self) -> None:
        self._ours = Translator()
        self._of_qt = QTranslator()
        QCoreApplication.installTranslator(self._of_qt)
        QCoreApplication.installTranslator(self._ours)

    def use(self, code: str) -> None:
        """Speak that language; what is on screen already is built anew by who shows it."""
        language.use(code)
        QCoreApplication.removeTranslator(self._of_qt)
        self._of_qt = QTranslator()
        if code != language.ENGLISH:
            self._of_qt.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        QCoreApplication.installTranslator(self._of_qt)
        QCoreApplication.removeTranslator(self._ours)  # the one installed last is asked first
        QCoreApplication.installTranslator(self._ours)

"""Qt's texts from the same table as everything else, so that there is one mechanism and one file per language."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator

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


class Translators(QObject):
    """Ours, and Qt's own for the texts of its dialogs and of its buttons.

    One for the life of the application, and never a new QTranslator: one that Python's garbage collector destroys while
    a text is being translated waits for a lock that its own thread holds, for ever.
    """

    _NAME = "translators"

    @classmethod
    def of(cls, app: QCoreApplication) -> "Translators":
        """Those of the application; made when they are first asked for."""
        found = app.findChild(cls, cls._NAME)
        return found if found is not None else cls(app)

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self.setObjectName(self._NAME)
        self._of_qt = QTranslator(self)
        self._ours = Translator(self)
        app.installTranslator(self._of_qt)
        app.installTranslator(self._ours)  # the one installed last is asked first

    def use(self, code: str) -> None:
        """Speak that language; what is on screen already is built anew by who shows it."""
        language.use(code)
        # Qt ships a file without sentences for English, so this also takes another language back.
        self._of_qt.load(f"qtbase_{language.current()}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))

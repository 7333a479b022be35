"""Swedish for Qt's own buttons and menus."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication


def speak_swedish(app: QApplication) -> bool:
    """Load Qt's own Swedish texts, which come with PySide6; whether they were found."""
    QLocale.setDefault(QLocale(QLocale.Language.Swedish, QLocale.Country.Sweden))
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return translator.load("qtbase_sv", folder) and app.installTranslator(translator)

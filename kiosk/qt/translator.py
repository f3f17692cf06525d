"""QML's qsTr, answered by gettext, and the direction that the language runs in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlEngine

from kiosk.qt.session import SessionViewModel

if TYPE_CHECKING:
    from gettext import NullTranslations


class GettextTranslator(QTranslator):
    """Asked by Qt, asks gettext."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.catalog: NullTranslations | None = None

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        """Return the words of an English source text; `n` chooses the plural where it is not negative."""
        if self.catalog is None:
            return source
        return self.catalog.gettext(source) if n < 0 else self.catalog.ngettext(source, source, n)


class Interpreter(QObject):
    """Keeps the interface in the language of the session."""

    def __init__(self, session: SessionViewModel, engine: QQmlEngine) -> None:
        super().__init__(engine)
        self._session = session
        self._engine = engine
        self._language = session.session.preferences.language
        self._translator = GettextTranslator(self)
        session.preferencesChanged.connect(self._follow)

    def _follow(self) -> None:
        language = self._session.session.preferences.language
        if language == self._language:
            return
        from PySide6.QtCore import Qt  # English, the first language shown, needs neither

        from kiosk.catalogs import catalog

        self._language = language
        self._translator.catalog = catalog(self._language)
        QGuiApplication.installTranslator(self._translator)
        right_to_left = Qt.LayoutDirection.RightToLeft if self._session.mirrored() else Qt.LayoutDirection.LeftToRight
        QGuiApplication.setLayoutDirection(right_to_left)
        self._engine.retranslate()

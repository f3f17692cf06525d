"""What a visitor is told of the content: whose it is, of which day, and where a person can be asked."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Property, QObject
from PySide6.QtQml import QmlElement

from kiosk.config import Config
from kiosk.content.edition import Edition
from kiosk.domain.freshness import freshness
from kiosk.domain.text import Words
from kiosk.guide.dates import short_date

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
_NO_BREAK = "\N{NO-BREAK SPACE}"


@QmlElement
class AboutViewModel(QObject):
    """The values of one moment, in the visitor's language; a touch makes new ones. Without content most are empty."""

    def __init__(self, config: Config, edition: Edition | None = None, language: str = "", on: date = date.min) -> None:
        """Read what is said of the content on a day. May raise ContentError."""
        super().__init__()
        self._config = config
        self._council = self._notice = self._content_date = self._freshness = self._today = ""
        if edition is not None:
            self._tell(edition, edition.store.words(language), on)

    def _tell(self, edition: Edition, words: Words, on: date) -> None:
        published = edition.store.published
        self._council = edition.authority.name if edition.authority else ""
        self._notice = words(edition.notice) if edition.notice else ""
        self._content_date = short_date(words, published)
        self._freshness = str(freshness(published, on))
        self._today = short_date(words, on)

    @Property(str, constant=True)
    def council(self) -> str:
        """The name of the council responsible here; empty where none is set."""
        return self._council

    @Property(str, constant=True)
    def notice(self) -> str:
        """What to know of a council that has ended; empty where there is nothing."""
        return self._notice

    @Property(str, constant=True)
    def contentDate(self) -> str:
        """The content's date, in words."""
        return self._content_date

    @Property(str, constant=True)
    def freshness(self) -> str:
        """How far the content can be relied on by its age: fresh, ageing, old, or unknown where the clock is wrong."""
        return self._freshness

    @Property(str, constant=True)
    def today(self) -> str:
        """What this machine takes for today, in words."""
        return self._today

    @Property(str, constant=True)
    def where(self) -> str:
        """Where there is a person to talk to, and when."""
        person = self._config.person
        return ", ".join(part for part in (person.where, person.when) if part)

    @Property(str, constant=True)
    def phone(self) -> str:
        """A number to ring, which no line breaks in two; may be empty."""
        return self._config.person.phone.replace(" ", _NO_BREAK)

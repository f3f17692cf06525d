"""The session's view model: the one object that QML is given."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Property, QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.config import Config
from kiosk.content.edition import Edition
from kiosk.domain.places import AttractPlace, DisplayPlace, PersonPlace
from kiosk.domain.preferences import Contrast, TextSize
from kiosk.domain.session import Session
from kiosk.errors import ContentError
from kiosk.qt.about import AboutViewModel
from kiosk.qt.inactivity import Inactivity
from kiosk.qt.scene import Scene
from kiosk.qt.screens import screen_for
from kiosk.qt.screens.base import ScreenViewModel
from kiosk.qt.screens.person import OutOfServiceViewModel
from kiosk.qt.staff import StaffViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

TEXT_SCALES = {TextSize.SMALL: 0.85, TextSize.NORMAL: 1.0, TextSize.LARGE: 1.3, TextSize.LARGEST: 1.6}

TOUCHES = frozenset({QEvent.Type.TouchBegin, QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress, QEvent.Type.Wheel})
"""The events that show somebody is there."""

log = logging.getLogger(__name__)


@QmlElement
class SessionViewModel(QObject):
    """Holds the session as a value, replaces it at every touch, and shows the screen that follows from it."""

    screenChanged = Signal()
    preferencesChanged = Signal()
    warningChanged = Signal()
    gaveUp = Signal()
    """The content could not be shown any more, and what was shown before it is, if anything was."""

    def __init__(
        self,
        edition: Edition | None,
        config: Config,
        today: Callable[[], date],
        inactivity: Inactivity,
        pixels_per_mm: float,
    ) -> None:
        super().__init__()
        self._edition = edition
        self._config = config
        self._elsewhere: Edition | None = None
        self._before_this: Edition | None = None
        self._today = today
        self._pixels_per_mm = pixels_per_mm
        self.for_staff = StaffViewModel()
        self.inactivity = inactivity
        inactivity.warned.connect(self.warningChanged)
        inactivity.expired.connect(self.startAgain)
        self._session = Session()
        self._about = AboutViewModel(config)
        self._screen: ScreenViewModel = self._make_screen()
        self._before: ScreenViewModel | None = None

    @property
    def session(self) -> Session:
        """The session as it is now."""
        return self._session

    def prepare(self) -> None:
        """Load what the first touches will need, now that the attract screen stands there."""
        from kiosk.handoff import qr
        from kiosk.qt.screens import visit  # noqa: F401

        qr.prepare()
        if self._edition is not None:
            _ = self._edition.graph

    @property
    def edition(self) -> Edition:
        """The content, for the visitor's council. Where there is no content it raises LookupError."""
        if self._edition is None:
            raise LookupError("there is no content")
        self._edition = self._as_of_today(self._edition, self._edition.code)
        code = self._session.authority
        if not code:
            return self._edition
        self._elsewhere = self._as_of_today(self._elsewhere or self._edition, code)
        return self._elsewhere

    def _as_of_today(self, edition: Edition, code: str) -> Edition:
        """Return the edition itself, or one of the same content for this council and this day."""
        today = self._today()
        return edition if (edition.code, edition.on) == (code, today) else Edition(edition.store, code, today)

    def mirrored(self) -> bool:
        """Say whether the visitor's language is written from right to left."""
        if self._edition is None:
            return False
        languages = {language.code: language for language in self._edition.store.languages()}
        return languages[self._session.preferences.language].direction == "rtl"

    def turn(self, to: Callable[[Session], Session]) -> None:
        """Replace the session by what a function makes of it, and show the screen for it."""
        before = self._session
        try:
            self._session = to(before)
        except ContentError as error:
            self._close(error)
        if self._session.preferences != before.preferences:
            self.preferencesChanged.emit()
        self._show()

    def open(self, edition: Edition | None) -> None:
        """Show other content from now on; the session begins anew. Until it `settle`s, the one before stands by."""
        self._before_this, self._edition, self._elsewhere = self._edition, edition, None
        self.turn(Session.end)

    def follow(self, edition: Edition, session: Session) -> None:
        """Show other content from now on; the visit goes on there, as this session."""
        self._edition, self._elsewhere = edition, None
        self.turn(lambda _: session)

    def has_content(self) -> bool:
        """Say whether there is anything to show."""
        return self._edition is not None

    def close(self) -> None:
        """Close the content; nothing can be shown any more."""
        for edition in (self._edition, self._before_this):
            if edition is not None:
                edition.store.close()

    def settle(self) -> Edition | None:
        """Let go of the content that was shown before, now that the new one has been seen; return it to be closed."""
        before, self._before_this = self._before_this, None
        return before

    def _show(self) -> None:
        # The screen before is kept a moment longer: QML lets go of it only after this has returned.
        self._before, self._screen = self._screen, self._make_screen()
        self.screenChanged.emit()
        QTimer.singleShot(0, self._let_go)
        if self._session == Session():
            self.inactivity.stop()
        else:
            self.inactivity.touched()

    def _let_go(self) -> None:
        # It holds the answers that were given: after Start again nothing may.
        self._before = None

    def _make_screen(self) -> ScreenViewModel:
        while self._edition is not None:
            try:
                edition, today = self.edition, self._today()
                self._about = AboutViewModel(self._config, edition, self._session.preferences.language, today)
                return screen_for(Scene(self._session, edition, self._config, today), self.turn)
            except ContentError as error:
                self._close(error)
                self._forget_answers()
        self._forget_answers()
        self._about = AboutViewModel(self._config)
        return OutOfServiceViewModel(self._config)

    def _forget_answers(self) -> None:
        # There is nothing to go back to, and no answer to keep.
        self._session = Session(preferences=self._session.preferences)

    def _close(self, error: ContentError) -> None:
        log.error("Out of service: %s", error)
        self._give_up()

    def _give_up(self) -> None:
        """Show what was shown before this content; nothing where there is nothing."""
        self._edition, self._elsewhere, self._before_this = self._before_this, None, None
        self.gaveUp.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See that somebody is there; the event goes on as it is."""
        # While the warning stands it takes the touch itself: ended here, the touch would fall on what is behind it.
        if event.type() in TOUCHES and self._session != Session() and not self.inactivity.seconds_left:
            self.inactivity.touched()
        return super().eventFilter(watched, event)

    @Property(ScreenViewModel, notify=screenChanged)
    def screen(self) -> ScreenViewModel:
        """The view model of the screen shown now."""
        return self._screen

    @Property(bool, notify=screenChanged)
    def canGoBack(self) -> bool:
        """Whether there is anything to go back to."""
        return not isinstance(self._session.place, AttractPlace)

    @Property(bool, notify=screenChanged)
    def started(self) -> bool:
        """Whether there is anything to start again."""
        return self._session != Session()

    @Property(AboutViewModel, notify=screenChanged)
    def about(self) -> AboutViewModel:
        """What is told of the content."""
        return self._about

    @Property(str, notify=preferencesChanged)
    def language(self) -> str:
        """The visitor's language."""
        return self._session.preferences.language

    @Property(bool, notify=preferencesChanged)
    def rightToLeft(self) -> bool:
        """Whether the language is written from right to left."""
        return self.mirrored()

    @Property(StaffViewModel, constant=True)
    def staff(self) -> StaffViewModel:
        """What staff are told."""
        return self.for_staff

    @Property(float, notify=preferencesChanged)
    def textScale(self) -> float:
        """How much larger text is than the size that can be read at the stated distance."""
        return TEXT_SCALES[self._session.preferences.text_size]

    @Property(str, notify=preferencesChanged)
    def contrast(self) -> str:
        """The palette: standard, high or dark."""
        return str(Contrast(self._session.preferences.contrast))

    @Property(float, constant=True)
    def pixelsPerMm(self) -> float:
        """Pixels in a millimetre of the real screen."""
        return self._pixels_per_mm

    @Property(float, constant=True)
    def viewingDistance(self) -> float:
        """Millimetres from the eye to the screen."""
        return self._config.display.viewing_distance_mm

    @Property(int, notify=warningChanged)
    def secondsLeft(self) -> int:
        """Seconds before everything is forgotten; 0 while there is no warning."""
        return self.inactivity.seconds_left

    @Slot()
    def screenFailed(self) -> None:
        """Say who to ask instead of a screen that QML could not make: better than nothing at all."""
        log.critical("The screen %s cannot be shown; out of service.", self._screen.NAME)
        if self._screen.NAME != OutOfServiceViewModel.NAME:
            self._give_up()
            self.turn(Session.end)

    @Slot()
    def back(self) -> None:
        """Undo the last touch."""
        if self._edition is not None:
            graph = self._edition.graph
            self.turn(lambda session: session.back(graph))

    @Slot()
    def startAgain(self) -> None:
        """Forget everything."""
        self.turn(Session.end)

    @Slot()
    def display(self) -> None:
        """Show how things can be shown."""
        self.turn(lambda session: session.go(DisplayPlace()))

    @Slot()
    def person(self) -> None:
        """Show where there is a person to talk to."""
        self.turn(lambda session: session.go(PersonPlace()))

    @Slot()
    def stay(self) -> None:
        """Say that the visitor is still here."""
        self.inactivity.touched()

"""The screens of a visit: one view model for each place a visitor can be."""

from __future__ import annotations

from typing import assert_never

from kiosk.domain.flow import Question, QuestionKind, ToDeadlines, ToOutcome
from kiosk.domain.places import (
    AttractPlace,
    CodePlace,
    CouncilsPlace,
    DayPlace,
    DisplayPlace,
    FlowPlace,
    HelpersPlace,
    MonthPlace,
    PersonPlace,
    ServicePlace,
    ServicesPlace,
    TermPlace,
    WhyPlace,
    WorkingPlace,
    YearPlace,
)
from kiosk.qt.scene import Scene
from kiosk.qt.screens.attract import AttractViewModel
from kiosk.qt.screens.base import Turn, VisitViewModel
from kiosk.qt.screens.councils import CouncilsViewModel
from kiosk.qt.screens.dates import DaysViewModel, MonthsViewModel, RecentMonthsViewModel, YearsViewModel
from kiosk.qt.screens.deadlines import DeadlinesViewModel
from kiosk.qt.screens.display import DisplayViewModel
from kiosk.qt.screens.glossary import TermViewModel
from kiosk.qt.screens.helpers import HelpersViewModel, ServicesViewModel
from kiosk.qt.screens.outcome import OutcomeViewModel
from kiosk.qt.screens.person import PersonViewModel
from kiosk.qt.screens.question import QuestionViewModel
from kiosk.qt.screens.reasons import WhyViewModel, WorkingViewModel
from kiosk.qt.screens.service import CodeViewModel, ServiceViewModel


def visit_screen(scene: Scene, turn: Turn) -> VisitViewModel:
    """Return the view model of the screen for where the visitor is."""
    place = scene.session.place
    match place:
        case AttractPlace():
            return AttractViewModel(scene, turn)
        case FlowPlace():
            return _flow_screen(scene, turn)
        case YearPlace():
            return YearsViewModel(scene, turn, place)
        case MonthPlace():
            return MonthsViewModel(scene, turn, place)
        case DayPlace():
            return DaysViewModel(scene, turn, place)
        case WhyPlace():
            return WhyViewModel(scene, turn)
        case WorkingPlace():
            return WorkingViewModel(scene, turn, place)
        case HelpersPlace():
            return HelpersViewModel(scene, turn, place)
        case ServicesPlace():
            return ServicesViewModel(scene, turn, place)
        case ServicePlace():
            return ServiceViewModel(scene, turn, place)
        case CodePlace():
            return CodeViewModel(scene, turn, place)
        case CouncilsPlace():
            return CouncilsViewModel(scene, turn, place)
        case TermPlace():
            return TermViewModel(scene, turn, place)
        case PersonPlace():
            return PersonViewModel(scene, turn)
        case DisplayPlace():
            return DisplayViewModel(scene, turn)
        case _:
            assert_never(place)


def _flow_screen(scene: Scene, turn: Turn) -> VisitViewModel:
    assert scene.replay is not None
    match scene.replay.at:
        case Question(kind=QuestionKind.DATE) as question:
            return RecentMonthsViewModel(scene, turn, question)
        case Question() as question:
            return QuestionViewModel(scene, turn, question)
        case ToOutcome():
            return OutcomeViewModel(scene, turn)
        case ToDeadlines() as at:
            return DeadlinesViewModel(scene, turn, at)

"""Screens: the view model for where the visitor is."""

from __future__ import annotations

from kiosk.domain.places import AttractPlace
from kiosk.qt.scene import Scene
from kiosk.qt.screens.attract import AttractViewModel
from kiosk.qt.screens.base import Turn, VisitViewModel


def screen_for(scene: Scene, turn: Turn) -> VisitViewModel:
    """Return the view model of the screen for where the visitor is."""
    if isinstance(scene.session.place, AttractPlace):
        return AttractViewModel(scene, turn)
    # Everything else is first needed after the first frame.
    from kiosk.qt.screens.visit import visit_screen

    return visit_screen(scene, turn)

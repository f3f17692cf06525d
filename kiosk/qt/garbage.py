"""Garbage is collected on the screen's thread alone, for as long as there is another.

Python collects garbage on whichever thread happens to make something, and what it finds may be a QObject, which must
not end on any thread but its own: that ends the program. So as long as a worker lives, Python collects nothing by
itself, and a timer of the screen's thread does, a little at a time.

To look through everything that the kiosk consists of would hold several frames. It is there to stay, so it is set
aside, and only what was made since is looked through.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QTimer

EVERY = 500
"""Milliseconds between two looks at how much garbage there may be."""
_workers: list[GarbageTimer] = []
"""Those for whom collection is held; the first of them collects."""


class GarbageTimer(QTimer):
    """Collects garbage on the thread that it lives on, from `hold` to `let_go`."""

    def __init__(self) -> None:
        super().__init__()
        self.setInterval(EVERY)
        self.timeout.connect(self.look)

    def hold(self) -> None:
        """From now on nothing is collected but by this."""
        gc.disable()
        if not _workers:
            gc.freeze()
        _workers.append(self)
        self.start()

    def let_go(self) -> None:
        """Have Python collect by itself again, if this was the last."""
        self.stop()
        if self in _workers:
            _workers.remove(self)
        if not _workers:
            gc.unfreeze()
            gc.enable()

    def look(self) -> None:
        """Collect what Python itself would have collected by now."""
        due = [
            age
            for age, (found, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
            if found > most
        ]
        if due:
            gc.collect(max(due))

"""Properties are proven for as long as it takes: speed is for the benchmark."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

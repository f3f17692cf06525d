"""Tests of kiosk.qt, below the journeys: each part by itself."""

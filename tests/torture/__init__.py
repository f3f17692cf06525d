"""Torture: a real updating process is killed at any moment, again and again; the kiosk always has one whole release."""

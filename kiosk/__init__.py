"""send-kiosk: what a family can do about a SEND decision, on a touchscreen."""

__version__ = "0.1.0"

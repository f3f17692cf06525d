"""`python -m kiosk`: the same as the `send-kiosk` command."""

from __future__ import annotations

from kiosk.cli import main

if __name__ == "__main__":
    main()

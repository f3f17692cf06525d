"""`make bench`: the kiosk against Chromium in kiosk mode, on the same virtual screen, in the same run."""

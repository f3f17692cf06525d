"""The preview: the kiosk in a window that follows an author's edits, with the problems beside it."""

"""Content: what the kiosk says, read from `data/`, proved, built into one database, and opened again."""

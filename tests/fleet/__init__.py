"""A fleet on one machine: a web server with a central folder, thousands of kiosks that look at it, and what that takes.

`make fleet`, or `python -m tests.fleet [KIOSKS]`. Every kiosk is the real client with a folder of its own; only its
clock and the hours between two looks are simulated.
"""

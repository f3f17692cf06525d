"""Guidance put into words, for the screens and the command line alike."""

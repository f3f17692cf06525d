"""Guidance put into words."""

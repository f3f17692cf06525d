"""What brings content to this kiosk: the trust in a central file, and the ways to it."""

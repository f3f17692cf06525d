"""A fleet: thousands of kiosks that look at one central folder, served by nginx on this machine."""

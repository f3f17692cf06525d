"""The review: the whole map of disagreements on paper, for the people who answer for what the kiosk says."""

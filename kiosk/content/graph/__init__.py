"""The graph: every flow as a picture, on one page for the people who review what the kiosk says."""

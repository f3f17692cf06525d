"""What leaves with the visitor."""

"""What leaves with the visitor: contact cards, as codes for a phone's camera."""

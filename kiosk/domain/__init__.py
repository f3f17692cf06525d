"""Pure values and rules: standard library only; no Qt, files, clocks or settings."""

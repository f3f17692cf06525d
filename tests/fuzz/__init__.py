"""Fuzzing of what is read from outside: each module has `seeds()`, and a `target` that lets only our errors pass."""

"""The only package that imports PySide6: view models, the engine, inactivity."""

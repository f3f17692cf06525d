"""Everything in the domain is a value: it cannot change behind anybody's back."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
from enum import Enum

import pytest

import kiosk.domain

CLASSES = [
    value
    for module in pkgutil.iter_modules(kiosk.domain.__path__, "kiosk.domain.")
    for value in vars(importlib.import_module(module.name)).values()
    if isinstance(value, type) and value.__module__ == module.name
]


@pytest.mark.parametrize("value", CLASSES, ids=lambda value: value.__name__)
def test_a_domain_class_is_a_frozen_dataclass_or_a_closed_set(value: type) -> None:
    if not issubclass(value, Enum):
        assert dataclasses.is_dataclass(value)
        assert value.__dataclass_params__.frozen


@pytest.mark.parametrize("value", CLASSES, ids=lambda value: value.__name__)
def test_a_domain_class_says_what_it_means(value: type) -> None:
    assert value.__doc__
    assert not value.__doc__.startswith(f"{value.__name__}(")

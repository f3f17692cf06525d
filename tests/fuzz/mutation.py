"""Mutation: other bytes made of good ones, the same for the same chance."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

MOST_EDITS = 8
LONGEST = 64
_TELLING = (0, 1, 0x7F, 0x80, 0xFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF)
_WORDS = (
    b"null",
    b"-1",
    b"1e999",
    b"{",
    b"[",
    b'"',
    b"\x00",
    b"PK\x03\x04",
    b"PK\x01\x02",
    b"PK\x05\x06",
    b"../",
    b"NaN",
)

_Edit = Callable[[bytearray, Random, Sequence[bytes]], None]


def mutated(seeds: Sequence[bytes], chance: Random) -> bytes:
    """Return one of the seeds after up to eight edits."""
    data = bytearray(chance.choice(seeds))
    for _ in range(chance.randint(1, MOST_EDITS)):
        chance.choice(_EDITS)(data, chance, seeds)
    return bytes(data)


def _at(data: bytearray, chance: Random) -> int:
    # Formats say most at their ends.
    place = chance.random()
    near = chance.randrange(min(len(data), 512) + 1)
    return near if place < 0.25 else len(data) - near if place < 0.5 else chance.randrange(len(data) + 1)


def _flip(data: bytearray, chance: Random, _: Sequence[bytes]) -> None:
    if data:
        data[min(_at(data, chance), len(data) - 1)] ^= 1 << chance.randrange(8)


def _number(data: bytearray, chance: Random, _: Sequence[bytes]) -> None:
    at, size = _at(data, chance), chance.choice((1, 2, 4, 8))
    value = chance.choice(_TELLING) & (1 << 8 * size) - 1
    data[at : at + size] = value.to_bytes(size, chance.choice(("little", "big")))


def _word(data: bytearray, chance: Random, _: Sequence[bytes]) -> None:
    at, word = _at(data, chance), chance.choice(_WORDS)
    data[at : at + chance.choice((0, len(word)))] = word


def _remove(data: bytearray, chance: Random, _: Sequence[bytes]) -> None:
    at = _at(data, chance)
    del data[at : at + chance.randint(1, LONGEST)]


def _repeat(data: bytearray, chance: Random, _: Sequence[bytes]) -> None:
    at = _at(data, chance)
    data[at:at] = data[at : at + chance.randint(1, LONGEST)] * chance.randint(1, 4)


def _cut(data: bytearray, chance: Random, _: Sequence[bytes]) -> None:
    del data[_at(data, chance) :]


def _splice(data: bytearray, chance: Random, seeds: Sequence[bytes]) -> None:
    other = chance.choice(seeds)
    data[_at(data, chance) :] = other[chance.randrange(len(other) + 1) :]


_EDITS: tuple[_Edit, ...] = (_flip, _flip, _number, _word, _remove, _repeat, _cut, _splice)

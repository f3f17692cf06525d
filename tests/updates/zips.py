"""Zip files as nobody should make them: each takes the files of a good bundle, and writes one to a path."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping
from pathlib import Path
from stat import S_IFLNK
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile, ZipInfo

Files = Mapping[str, bytes]
Trick = Callable[[Files, Path], None]
TIMESTAMP = "metadata/timestamp.json"
CENTRAL, LOCAL, END, END_64, LOCATOR_64 = b"PK\1\2", b"PK\3\4", b"PK\5\6", b"PK\6\6", b"PK\6\7"


def write(files: Files, path: Path, compression: int = ZIP_STORED) -> None:
    """Write a bundle as it should be."""
    with ZipFile(path, "w", compression) as file:
        for name, data in files.items():
            file.writestr(name, data)


def within_another(files: Files, path: Path) -> None:
    """The bundle as a file of a zip, of a zip."""
    for _ in range(2):
        write(files, path)
        files = {"send-kiosk-content.zip": path.read_bytes()}
    write(files, path)


def unfolding(files: Files, path: Path) -> None:
    """A timestamp of 40 MB of blanks, which takes 40 kB."""
    write({**files, TIMESTAMP: b" " * 40_000_000}, path, ZIP_DEFLATED)


def a_million_names(files: Files, path: Path) -> None:
    """A list of a million files, which is all there is to it."""
    entry = CENTRAL + bytes(24) + struct.pack("<H", 1) + bytes(16) + b"a"
    listed = entry * 1_000_000
    path.write_bytes(listed + END + struct.pack("<4H2LH", 0, 0, 0xFFFF, 0xFFFF, len(listed), 0, 0))


def two_lengths(files: Files, path: Path) -> None:
    """The same list, and an end that says it is short, with one in the format for large files that says it is not."""
    entry = CENTRAL + bytes(24) + struct.pack("<H", 1) + bytes(16) + b"a"
    listed = entry * 1_000_000
    end_64 = END_64 + struct.pack("<Q2H2L4Q", 44, 45, 45, 0, 0, 10**6, 10**6, len(listed), 0)
    locator = LOCATOR_64 + struct.pack("<LQL", 0, len(listed), 1)
    path.write_bytes(listed + end_64 + locator + END + struct.pack("<4H2LH", 0, 0, 1, 1, len(entry), 0, 0))


def beyond_all_measure(files: Files, path: Path) -> None:
    """A timestamp that begins further on than any number can say."""
    write({TIMESTAMP: files[TIMESTAMP], **files}, path)
    data = path.read_bytes()
    at = data.index(CENTRAL)
    name_length = struct.unpack_from("<H", data, at + 28)[0]
    extra = struct.pack("<2HQ", 1, 8, 2**64 - 1)
    head = bytearray(data[at : at + 46])
    struct.pack_into("<H", head, 30, len(extra))
    struct.pack_into("<L", head, 42, 0xFFFFFFFF)
    name = data[at + 46 : at + 46 + name_length]
    rest = data[at + 46 + name_length :]
    end = rest.index(END)
    size = len(head) + name_length + len(extra) + end
    tail = bytearray(rest[end:])
    struct.pack_into("<L", tail, 12, size)
    path.write_bytes(data[:at] + bytes(head) + name + extra + rest[:end] + bytes(tail))


def all_in_one_place(files: Files, path: Path) -> None:
    """Every name leads to the same few bytes: a bomb of many names."""
    write(files, path)
    data = bytearray(path.read_bytes())
    at = data.index(CENTRAL)
    while data[at : at + 4] == CENTRAL:
        struct.pack_into("<L", data, at + 42, 0)
        at += 46 + sum(struct.unpack_from("<3H", data, at + 28))
    path.write_bytes(data)


def paths_that_lead_out(files: Files, path: Path) -> None:
    """Names for those who unpack by name."""
    out = (
        "../evil",
        "../../evil",
        "/evil",
        "//evil",
        "..\\evil",
        "C:\\evil",
        "C:/evil",
        "metadata/../../evil",
        "~/evil",
    )
    write({**files, **dict.fromkeys(out, b"evil")}, path)


def a_link(files: Files, path: Path) -> None:
    """A timestamp that is a symbolic link to something else on the machine."""
    write({name: data for name, data in files.items() if name != TIMESTAMP}, path)
    link = ZipInfo(TIMESTAMP)
    link.create_system, link.external_attr = 3, (S_IFLNK | 0o777) << 16
    with ZipFile(path, "a") as file:
        file.writestr(link, "../../../etc/passwd")


def a_name_twice(files: Files, path: Path, first: bytes, last: bytes) -> None:
    """Two timestamps of one name."""
    write({**files, TIMESTAMP: first, "metadata/timestamq.json": last}, path)
    path.write_bytes(path.read_bytes().replace(b"metadata/timestamq.json", TIMESTAMP.encode()))


def names_in_capitals(files: Files, path: Path) -> None:
    write({name.upper(): data for name, data in files.items()}, path)


def names_with_backslashes(files: Files, path: Path) -> None:
    write(files, path)
    data = path.read_bytes()
    for name in files:
        data = data.replace(name.encode(), name.replace("/", "\\").encode())
    path.write_bytes(data)


def names_that_end_early(files: Files, path: Path) -> None:
    """A name with a zero in it, which ends it for some."""
    write({name: data for name, data in files.items() if name != TIMESTAMP} | {f"{TIMESTAMP}~evil": b"{}"}, path)
    path.write_bytes(path.read_bytes().replace(b"json~evil", b"json\0evil"))


def in_a_folder(files: Files, path: Path) -> None:
    write({f"send/{name}": data for name, data in files.items()}, path)


def folders_for_files(files: Files, path: Path) -> None:
    """A folder where the timestamp should be."""
    write({name: data for name, data in files.items() if name != TIMESTAMP}, path)
    with ZipFile(path, "a") as file:
        file.writestr(f"{TIMESTAMP}/", b"")


def encrypted(files: Files, path: Path) -> None:
    """Every file says that it needs a password."""
    write(files, path)
    data = bytearray(path.read_bytes())
    for mark, flags in ((CENTRAL, 8), (LOCAL, 6)):
        at = data.find(mark)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(mark, at + 4)
    path.write_bytes(data)


def bzip2(files: Files, path: Path) -> None:
    write(files, path, ZIP_BZIP2)


def lzma(files: Files, path: Path) -> None:
    write(files, path, ZIP_LZMA)


def deflated(files: Files, path: Path) -> None:
    write(files, path, ZIP_DEFLATED)


def for_large_files(files: Files, path: Path) -> None:
    """Each file in the format for more than 4 GB."""
    with ZipFile(path, "w") as zipped:
        for name, data in files.items():
            with zipped.open(name, "w", force_zip64=True) as file:
                file.write(data)


def an_end_in_the_comment(files: Files, path: Path) -> None:
    """An end within the comment after the real one, which says that there is nothing."""
    with ZipFile(path, "w") as file:
        for name, data in files.items():
            file.writestr(name, data)
        file.comment = END + bytes(18)


def of_a_newer_version(files: Files, path: Path) -> None:
    """Every file needs a version of zip that does not exist yet."""
    write(files, path)
    data = bytearray(path.read_bytes())
    at = data.find(CENTRAL)
    data[at + 6] = 99
    path.write_bytes(data)


def on_many_disks(files: Files, path: Path) -> None:
    """The end says that it is the third of several files."""
    write(files, path)
    data = bytearray(path.read_bytes())
    at = data.rfind(END)
    struct.pack_into("<2H", data, at + 4, 2, 2)
    path.write_bytes(data)

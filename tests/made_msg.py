"""Outlook messages for tests: ``msg({"0037001F": "Ledger".encode("utf-16-le")}, recipients=[...])`` gives a ``.msg`` file's bytes.

The compound file is the plainest that MS-CFB allows: every stream in the mini stream, siblings in one chain.
"""

from __future__ import annotations

import itertools
import struct
from collections.abc import Mapping, Sequence

_SECTOR, _MINI = 512, 64
_FREE, _END, _FAT_SECTOR, _NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
Properties = Mapping[str, bytes]
Fixed = Mapping[int, int]


def utf16(words: str) -> bytes:
    return words.encode("utf-16-le")


def msg(
    properties: Properties, fixed: Fixed, recipients: Sequence[tuple[Properties, Fixed]], files: Sequence[Properties]
) -> bytes:
    """A message with its properties, its addressees and its attached files."""
    tree: dict[str, bytes | dict[str, bytes]] = {
        "__properties_version1.0": b"\0" * 32 + _entries(fixed),
        **_streams(properties),
    }
    for i, (own, numbers) in enumerate(recipients):
        tree[f"__recip_version1.0_#{i:08X}"] = {"__properties_version1.0": b"\0" * 8 + _entries(numbers), **_streams(own)}
    for i, own in enumerate(files):
        tree[f"__attach_version1.0_#{i:08X}"] = {"__properties_version1.0": b"\0" * 8, **_streams(own)}
    return compound(tree)


def _streams(properties: Properties) -> dict[str, bytes]:
    return {f"__substg1.0_{tag}": data for tag, data in properties.items()}


def _entries(fixed: Fixed) -> bytes:
    return b"".join(struct.pack("<IIQ", tag, 6, value) for tag, value in fixed.items())


def compound(tree: Mapping[str, bytes | Mapping[str, bytes]]) -> bytes:
    """A compound file of streams, and of storages one level deep."""
    entries: list[list[object]] = [["Root Entry", 5, _NONE, _NONE, _END, 0]]
    mini, mini_fat = bytearray(), []  # type: bytearray, list[int]

    def stream(name: str, data: bytes) -> int:
        first = len(mini) // _MINI if data else _END
        count = -(-len(data) // _MINI)
        mini.extend(data.ljust(count * _MINI, b"\0"))
        mini_fat.extend([first + i + 1 for i in range(count - 1)] + [_END] * (count > 0))
        entries.append([name, 2, _NONE, _NONE, first, len(data)])
        return len(entries) - 1

    def siblings(level: Mapping[str, bytes | Mapping[str, bytes]]) -> int:
        found = []
        for name, value in sorted(level.items(), key=lambda item: (len(item[0]), item[0].upper())):
            if isinstance(value, bytes):
                found.append(stream(name, value))
            else:
                entries.append([name, 1, _NONE, _NONE, 0, 0])
                found.append(len(entries) - 1)
                entries[found[-1]][3] = siblings(value)
        for left, right in itertools.pairwise(found):
            entries[left][2] = right
        return found[0] if found else _NONE

    entries[0][3] = siblings(tree)
    directory_at = -(-len(mini) // _SECTOR)
    entries[0][4:] = [0, len(mini)]
    directory = b"".join(_entry(*entry) for entry in entries)  # type: ignore[arg-type]  # a row of the table above
    mini_table = b"".join(struct.pack("<I", n) for n in mini_fat)
    parts = [bytes(mini), directory, mini_table]
    sizes = [-(-len(part) // _SECTOR) for part in parts]
    fat: list[int] = []
    for size in sizes:
        fat += [len(fat) + i + 1 for i in range(size - 1)] + [_END] * (size > 0)
    fat_at = len(fat)
    fat.append(_FAT_SECTOR)
    assert len(fat) <= _SECTOR // 4, "one sector of FAT must do"
    table = b"".join(struct.pack("<I", n) for n in fat).ljust(_SECTOR, b"\xff")
    header = struct.pack("<8s16xHHHHH6xIIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, directory_at, 0, 4096, directory_at + sizes[1], sizes[2], _END, 0, fat_at)  # fmt: skip
    body = b"".join(part.ljust(size * _SECTOR, b"\0") for part, size in zip(parts[:2], sizes, strict=False))
    return header.ljust(_SECTOR, b"\xff") + body + mini_table.ljust(sizes[2] * _SECTOR, b"\xff") + table


def _entry(name: str, kind: int, right: int, child: int, first: int, size: int) -> bytes:
    words = name.encode("utf-16-le")
    return struct.pack("<64sHBBIII16xI8x8xIQ", words, len(words) + 2, kind, 1, _NONE, right, child, 0, first, size)

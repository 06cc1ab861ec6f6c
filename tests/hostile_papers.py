"""Files made to do harm, and files that were harmed: every one made up here, the random ones from a seed."""

from __future__ import annotations

import random
import zlib
from collections.abc import Iterator
from pathlib import Path

from tests.drawn import drawn

_TREE = b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
_PAGE = b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R%s>>endobj\n"


def raw(path: Path, *objects: bytes) -> Path:
    """A PDF of objects as they stand, without a table of their places: readers look for them."""
    path.write_bytes(b"%PDF-1.4\n" + b"".join(objects) + b"trailer<</Root 1 0 R>>\n%%EOF")
    return path


def stream(number: int, data: bytes, entries: bytes = b"") -> bytes:
    return b"%d 0 obj<</Length %d%s>>stream\n" % (number, len(data), entries) + data + b"\nendstream endobj\n"


def flate_bomb(path: Path, mebibytes: int, unit: bytes = b"0 0 m\n") -> Path:
    """One page whose content unpacks to so many mebibytes."""
    packer = zlib.compressobj(9)
    chunk = unit * (1024 * 1024 // len(unit))
    data = b"".join(packer.compress(chunk) for _ in range(mebibytes)) + packer.flush()
    return raw(path, _TREE, _PAGE % b"", stream(4, data, b"/Filter/FlateDecode"))


def double_bomb(path: Path) -> Path:
    """A bomb in a bomb: two filters, one over the other."""
    data = zlib.compress(zlib.compress(bytes(1 << 30), 9), 9)
    return raw(path, _TREE, _PAGE % b"", stream(4, data, b"/Filter[/FlateDecode/FlateDecode]"))


def letter_bomb(path: Path, mebibytes: int) -> Path:
    """A page with millions of letters."""
    font = b"/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
    unit = b"BT /F1 9 Tf 9 9 Td (who said what to whom and when) Tj ET\n"
    flate_bomb(path, mebibytes, unit)
    path.write_bytes(path.read_bytes().replace(b"/Contents 4 0 R", b"/Contents 4 0 R" + font))
    return path


def huge_page(path: Path) -> Path:
    """A page of 200,000 by 200,000 points with a picture on it, so that it is drawn for OCR."""
    page = _PAGE.replace(b"[0 0 612 792]", b"[0 0 200000 200000]") % b"/Resources<</XObject<</I 5 0 R>>>>"
    image = b"/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray"
    return raw(path, _TREE, page, stream(4, b"200000 0 0 200000 0 0 cm /I Do"), stream(5, b"\x00", image))


def image_bomb(path: Path) -> Path:
    """A picture that claims 60,000 by 60,000 dots."""
    image = b"/Type/XObject/Subtype/Image/Width 60000/Height 60000/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/FlateDecode"
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(bytes(1 << 20)) for _ in range(500)) + packer.flush()
    page = _PAGE % b"/Resources<</XObject<</I 5 0 R>>>>"
    return raw(path, _TREE, page, stream(4, b"612 0 0 792 0 0 cm /I Do"), stream(5, data, image))


def cyclic_tree(path: Path) -> Path:
    """A page tree whose child is its parent."""
    return raw(
        path, b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n", b"2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>endobj\n"
    )


def cyclic_outline(path: Path) -> Path:
    """An outline whose next entry is itself."""
    tree = _TREE.replace(b"/Pages 2 0 R", b"/Pages 2 0 R/Outlines 6 0 R", 1)
    outline = b"6 0 obj<</First 7 0 R/Last 7 0 R>>endobj\n7 0 obj<</Title(x)/Parent 6 0 R/Next 7 0 R/First 7 0 R>>endobj\n"
    return raw(path, tree, _PAGE % b"", stream(4, b""), outline)


def form_in_itself(path: Path) -> Path:
    """A form that draws itself twice."""
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 5 0 R>>>>"
    return raw(path, _TREE, _PAGE % b"/Resources<</XObject<</F 5 0 R>>>>", stream(4, b"/F Do"), stream(5, b"/F Do /F Do", form))


def nested_arrays(path: Path) -> Path:
    """A hundred thousand arrays in one another."""
    return raw(path, _TREE, _PAGE % (b"/Annots" + b"[" * 100_000 + b"]" * 100_000), stream(4, b""))


def many_pages(path: Path) -> Path:
    """A tree that says it has a billion pages."""
    return raw(path, _TREE.replace(b"/Count 1", b"/Count 1000000000"), _PAGE % b"", stream(4, b""))


def odd_papers(folder: Path) -> list[Path]:
    """One of each kind that is small and quick."""
    (folder / "empty.pdf").touch()
    (folder / "words.pdf").write_text("These words are no PDF.", encoding="utf-8")
    (folder / "head.pdf").write_bytes(b"%PDF-1.7\n")
    (folder / "zeros.txt").write_bytes(bytes(9000))
    made = [cyclic_tree, cyclic_outline, form_in_itself, nested_arrays, many_pages]
    drawn(folder / "sealed.pdf", [[(72, 600, "Under seal.")]], encrypt="secret")
    for make in made:
        make(folder / f"{make.__name__}.pdf")
    return sorted(folder.iterdir())


def bombs(folder: Path) -> Iterator[Path]:
    """The big ones."""
    yield flate_bomb(folder / "strokes.pdf", 600)
    yield double_bomb(folder / "double.pdf")
    yield letter_bomb(folder / "letters.pdf", 400)
    yield huge_page(folder / "huge.pdf")
    yield image_bomb(folder / "image.pdf")


def mutants(folder: Path, count: int, seed: int = 20240206) -> list[Path]:
    """So many damaged copies of made-up papers: bytes flipped, the end cut off, chunks swapped, chunks written twice."""
    chance = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    made = [_mutant(folder / f"mutant-{i:03}.pdf", _healthy(folder, i % 4), chance) for i in range(count)]
    for healthy in folder.glob("healthy-*"):
        healthy.unlink()
    return made


def _healthy(folder: Path, kind: int) -> bytes:
    path = folder / f"healthy-{kind}.pdf"
    if not path.exists():
        said = [(72, 700 - 30 * i, f"“We will wait {i} weeks,” Ada Okafor said on May {i + 1}, 2023.") for i in range(3 + kind)]
        drawn(path, [said] * (1 + kind), size=9 + kind, encrypt="open" if kind == 3 else None)
    return path.read_bytes()


def _mutant(path: Path, data: bytes, chance: random.Random) -> Path:
    changed = bytearray(data)
    a, b = sorted(chance.randrange(len(data)) for _ in range(2))
    match chance.randrange(4):
        case 0:
            for _ in range(chance.choice([1, 8, 64])):
                changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
        case 1:
            del changed[b:]
        case 2:
            size = min(b - a, 200)
            changed[a : a + size], changed[-size:] = changed[-size:], changed[a : a + size]
        case _:
            changed[a:a] = changed[a:b]
    path.write_bytes(bytes(changed))
    return path

"""A zip package is measured before anything unpacks it, and says whether it is .xlsx or .ods."""

from __future__ import annotations

import copy
import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Literal

from rihai.paper.sheets.limits import MAX_PARTS, MAX_RATIO, MAX_UNZIPPED, RATIO_FLOOR
from rihai.paper.sheets.refusals import refusal

CHUNK = 2**20
DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)
"""What zipfile raises on a package that is cut off, altered or packed in a way it does not know."""


def open_package(content: bytes) -> zipfile.ZipFile:
    """The package, its directory read. Raises FileUnreadable."""
    try:
        package = zipfile.ZipFile(io.BytesIO(content))
    except DAMAGE as error:
        raise refusal("file_truncated") from error
    if len(package.infolist()) > MAX_PARTS:
        raise refusal("zip_bomb", part=f"{len(package.infolist())} parts")
    if len({part.filename.lower() for part in package.infolist()}) < len(package.infolist()):
        raise refusal("file_damaged")  # two parts of one name: we might measure one and the reader open the other
    if any(part.flag_bits & 1 for part in package.infolist()):
        raise refusal("file_encrypted")
    return package


def chunks(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """The unpacked bytes of one part, a mebibyte at a time, as far as the limit and whatever its header claims.

    Raises FileUnreadable: file_truncated, zip_bomb.
    """
    honest = copy.copy(part)
    honest.file_size = MAX_UNZIPPED + CHUNK  # a header may understate it; zipfile would stop there and we not see
    size = 0
    try:
        with package.open(honest) as stream:
            while chunk := stream.read(CHUNK):
                size += len(chunk)
                if size > MAX_UNZIPPED or (size > RATIO_FLOOR and size > MAX_RATIO * part.compress_size):
                    raise refusal("zip_bomb", part=_short(part.filename))
                yield chunk
    except DAMAGE as error:
        raise refusal("file_truncated") from error


def measure(package: zipfile.ZipFile, *, skip: frozenset[str] = frozenset()) -> None:
    """Unpack every part once, but those in `skip`, keeping none of it.

    Raises FileUnreadable: zip_bomb, file_truncated, and markup_unsafe where XML declares a document type or entities
    (https://cheatsheetseries.owasp.org/cheatsheets/XML_External_Entity_Prevention_Cheat_Sheet.html).
    """
    total = 0
    for part in package.infolist():
        if part.filename in skip or part.is_dir():
            continue
        for chunk in watched(chunks(package, part), part.filename):
            total += len(chunk)
        if total > MAX_UNZIPPED:
            raise refusal("zip_bomb", part=_short(part.filename))


def watched(parts: Iterator[bytes], name: str) -> Iterator[bytes]:
    """The same bytes, refused as markup_unsafe at the first declaration of a document type or an entity."""
    tail = b""
    for chunk in parts:
        seen = tail + chunk
        if name.endswith((".xml", ".rels")) and (b"<!DOCTYPE" in seen or b"<!ENTITY" in seen):
            raise refusal("markup_unsafe", part=_short(name))
        tail = chunk[-9:]
        yield chunk


def package_format(package: zipfile.ZipFile) -> Literal["xlsx", "ods"]:
    """Which workbook the package is. Raises FileUnreadable with what it is instead."""
    names = {part.filename for part in package.infolist()}
    lower = {name.lower() for name in names}
    if "xl/workbook.xml" in lower:
        return "xlsx"
    if "xl/workbook.bin" in lower:
        raise refusal("file_is_old", kind=".xlsb")
    if "mimetype" in names or "content.xml" in names:
        return _open_document(package, names)
    if any(name.startswith(("word/", "ppt/")) for name in lower):
        raise refusal("file_is_document")
    if any(name.startswith("index/") and name.endswith(".iwa") for name in lower):
        raise refusal("file_is_old", kind="Numbers")
    raise refusal("file_damaged" if "[content_types].xml" in lower else "file_is_archive")


def _open_document(package: zipfile.ZipFile, names: set[str]) -> Literal["ods"]:
    kind = _start(package, "mimetype") if "mimetype" in names else b"opendocument.spreadsheet"
    if b"opendocument.spreadsheet" not in kind:
        raise refusal("file_is_document" if b"opendocument" in kind else "file_is_archive")
    if "META-INF/manifest.xml" in names and b"encryption-data" in _start(package, "META-INF/manifest.xml"):
        raise refusal("file_encrypted")
    return "ods"


def _start(package: zipfile.ZipFile, name: str) -> bytes:
    return next(chunks(package, package.getinfo(name)), b"")


def _short(name: str) -> str:
    """A part's own name, cut: it is a stranger's text."""
    return name[:60]

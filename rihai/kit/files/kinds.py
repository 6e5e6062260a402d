"""What a file is by its bytes, whatever it calls itself, and whether it is a kind that is taken in."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import PurePosixPath
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile

from django.utils.translation import gettext as _

from rihai.errors import Unreadable


class FileRefused(Unreadable):
    """A file that is not taken in: too large, empty, of a kind we do not keep, or not what its name says."""


class Kind(NamedTuple):
    """A kind of file that is taken in, and the endings its name may have."""

    media_type: str
    endings: frozenset[str]


def _kind(media_type: str, *endings: str) -> tuple[str, Kind]:
    return media_type, Kind(media_type, frozenset(endings))


_OOXML = "application/vnd.openxmlformats-officedocument."
DOCX, XLSX = f"{_OOXML}wordprocessingml.document", f"{_OOXML}spreadsheetml.sheet"
ODT, ODS = "application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.spreadsheet"
OLE = "application/x-ole-storage"
TEXT = "text/plain"
KINDS = dict(
    (
        _kind("application/pdf", "pdf"),
        _kind("image/jpeg", "jpg", "jpeg"),
        _kind("image/png", "png"),
        _kind("image/gif", "gif"),
        _kind("image/webp", "webp"),
        _kind("image/tiff", "tif", "tiff"),
        _kind("image/heic", "heic", "heif"),
        _kind("audio/mpeg", "mp3"),
        _kind("audio/m4a", "m4a"),
        _kind("audio/mp4", "m4a"),
        _kind("audio/ogg", "ogg", "oga", "opus"),
        _kind("audio/x-wav", "wav"),
        _kind("audio/amr", "amr"),
        _kind("video/mp4", "mp4", "m4v"),
        _kind("video/3gpp", "3gp"),
        _kind(DOCX, "docx"),
        _kind(XLSX, "xlsx"),
        _kind(ODT, "odt"),
        _kind(ODS, "ods"),
        _kind(OLE, "xls", "doc"),
        _kind(TEXT, "txt", "csv", "tsv"),
    )
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MARKUP = re.compile(r"\s*<(!doctype|html|svg|script|\?xml)", re.IGNORECASE)
_INSIDE = {"word/document.xml": DOCX, "xl/workbook.xml": XLSX}
_BY_MIMETYPE = {ODT.encode(): ODT, ODS.encode(): ODS}


def kind_of(content: bytes, name: str) -> Kind:
    """The kind of a file. Raises FileRefused, in a sentence, for a kind not taken in or a name that says another."""
    found = KINDS.get(_media_type(content))
    if found is None:
        raise FileRefused(
            _("This kind of file is not taken in. Send a PDF, a picture, a recording, a text, or a Word or Excel file.")
        )
    ending = PurePosixPath(name.replace("\\", "/")).suffix.lower().lstrip(".")
    if ending not in found.endings:
        raise FileRefused(
            _("The file is not what its name says: it ends in .%(ending)s but is %(kind)s. Save it anew and send that.")
            % {"ending": ending or "…", "kind": " / ".join(f".{one}" for one in sorted(found.endings))}
        )
    return found


def _media_type(content: bytes) -> str:
    """The type by the bytes; empty when it is none we know."""
    if content.startswith(b"PK"):
        return _in_zip(content)
    if content.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return OLE
    import filetype

    guessed = filetype.guess(content[:8192])
    if guessed is not None:
        return str(guessed.mime)
    return TEXT if _is_text(content) else ""


def _in_zip(content: bytes) -> str:
    """Which office document a zip is; empty for any other zip, and for one that holds macros."""
    try:
        with ZipFile(BytesIO(content)) as package:
            names = set(package.namelist())
            if any(name.lower().endswith("vbaproject.bin") for name in names):
                return ""
            if "mimetype" in names and package.getinfo("mimetype").file_size < 200:
                return _BY_MIMETYPE.get(package.read("mimetype").strip(), "")
    except (BadZipFile, OSError, NotImplementedError, RuntimeError, EOFError, ValueError):
        return ""
    return next((kind for inside, kind in _INSIDE.items() if inside in names), "")


def _is_text(content: bytes) -> bool:
    """Whether it reads as text a person wrote; a page of markup is not, because a browser would run it."""
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        text = content.decode("cp1256", "replace")
    return not _CONTROLS.search(text) and not _MARKUP.match(text)

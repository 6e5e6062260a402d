"""What a file is, from its first bytes and not from its name."""

from __future__ import annotations

import re
from typing import Literal

from rihai.paper.sheets.refusals import refusal

Kind = Literal["zip", "xls", "text"]

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"RIFF", b"\x00\x00\x00\x0cjP")
ARCHIVES = (b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf", b"BZh", b"\xfd7zXZ", b"MSCF")
OLD_BIFF = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00")
WEB = re.compile(rb"<(?:!doctype\s+html|html|head|body|table|meta|style|div)\b|^mime-version:", re.IGNORECASE)
SHEET_XML = re.compile(rb"urn:schemas-microsoft-com:office:spreadsheet|<\?mso-application|<\?xml", re.IGNORECASE)
RECORDS = re.compile(rb"\{\s*\"|\[\s*[\{\[]")
CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1a\x1b\x00")


def sniff(content: bytes) -> Kind:
    """What the bytes are: a zip package (.xlsx or .ods), an .xls, or text.

    Raises FileUnreadable for everything else, with the reason.
    """
    if not content.strip(b"\x00 \r\n\t\xef\xbb\xbf\xff\xfe"):
        raise refusal("file_empty")
    if content.startswith(b"PK\x03\x04"):
        return "zip"
    if content.startswith(OLE):
        return _compound(content)
    _refuse_binaries(content)
    _refuse_markup(content)
    return "text"


def _compound(content: bytes) -> Kind:
    """A compound file (MS-CFB) says what it is by the names of its streams, which stand in it as UTF-16."""
    if _named(content, "EncryptedPackage") or _named(content, "EncryptionInfo"):
        raise refusal("file_encrypted")
    if _named(content, "Workbook") or _named(content, "Book"):
        return "xls"
    if _named(content, "WordDocument") or _named(content, "PowerPoint Document"):
        raise refusal("file_is_document")
    raise refusal("file_damaged")


def _named(content: bytes, stream: str) -> bool:
    return b"\x00\x00" + stream.encode("utf-16-le") + b"\x00\x00" in b"\x00\x00" + content


def _refuse_binaries(content: bytes) -> None:
    head = content[:1024]
    if head.lstrip().startswith(b"%PDF"):
        raise refusal("file_is_pdf")
    if head.startswith(PICTURES) and content[2:64].translate(None, CONTROLS + b"\x00") != content[2:64]:
        raise refusal("file_is_image")
    if head.startswith(ARCHIVES) or head.startswith((b"PK\x05\x06", b"PK\x07\x08")):
        raise refusal("file_is_archive")
    if head.startswith(OLD_BIFF):
        raise refusal("file_is_old", kind="Excel before 1995")
    if head.startswith(b"PAR1"):
        raise refusal("file_is_records")
    if head.startswith(b"{\\rtf"):
        raise refusal("file_is_document")


def _refuse_markup(content: bytes) -> None:
    head = content[:4096].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").lower()
    if RECORDS.match(head):
        raise refusal("file_is_records")
    if not head.startswith((b"<", b"mime-version:")):
        return
    if WEB.search(head):
        raise refusal("file_is_html")
    if SHEET_XML.search(head):
        raise refusal("file_is_xml")

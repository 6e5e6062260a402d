"""The bytes of a text file become text: which encoding it is, from the bytes alone."""

from __future__ import annotations

import codecs
import re

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SAMPLE = 65536
LINE_END = re.compile(rb"(?<=\n)")
ARABIC_WORD = re.compile("[ء-ۿ]{2,}")
# Windows-1252 leaves five bytes without a character; like browsers, we keep each as the control of its number.
# https://encoding.spec.whatwg.org/#windows-1252
UNDEFINED = {0xDC00 + code: code for code in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}


def decode(content: bytes) -> tuple[str, str]:
    """The text, without byte-order mark and NULs, and the name of its encoding.

    UTF-8 with some lines in a Windows code page (files pasted together) keeps both: each line is read by itself.
    Nothing fails; a byte that belongs nowhere becomes U+FFFD.
    """
    text, encoding = _decode(content)
    return text.replace("\x00", ""), encoding


def _decode(content: bytes) -> tuple[str, str]:
    for mark, encoding in BOMS:
        if content.startswith(mark):
            body = content[len(mark) :]
            # A mark can stand before bytes of another encoding, where a program wrote it without converting.
            return _eight_bits(body) if encoding == "utf-8" else (body.decode(encoding, "replace"), encoding)
    sixteen = _unmarked_utf16(content)
    return (content.decode(sixteen, "replace"), sixteen) if sixteen else _eight_bits(content)


def _unmarked_utf16(content: bytes) -> str | None:
    """UTF-16 shows in NULs that stand all on one side: digits, blanks and separators have one in every script."""
    sample = content[:SAMPLE]
    first, second = sample[::2].count(0), sample[1::2].count(0)
    if first + second <= max(3, len(sample) // 50):  # some NULs between are a program's mistake
        return None
    if first * 20 <= second:
        return "utf-16-le"
    return "utf-16-be" if second * 20 <= first else None


def _eight_bits(content: bytes) -> tuple[str, str]:
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        if error.start >= len(content) - 3 and error.reason == "unexpected end of data":
            return content.decode("utf-8", "replace"), "utf-8"
    page = _code_page(content)
    lines = [line for line in LINE_END.split(content) if not line.isascii()]
    if sum(_is_utf8(line) for line in lines) * 2 > len(lines):
        return "".join(_line(line, page) for line in LINE_END.split(content)), "utf-8"
    return _by_page(content, page), page


def _line(line: bytes, page: str) -> str:
    return line.decode("utf-8") if _is_utf8(line) else _by_page(line, page)


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _code_page(content: bytes) -> str:
    """Windows-1256 when most of the high bytes then stand in words of Arabic letters, else Windows-1252.

    An accent in a Western word stands alone between ASCII letters, and so makes no word of two.
    """
    high = [line for line in content.splitlines() if not line.isascii() and not _is_utf8(line)]
    sample = b"\n".join(high)[:SAMPLE]
    in_words = sum(len(word) for word in ARABIC_WORD.findall(sample.decode("windows-1256", "replace")))
    return "windows-1256" if in_words * 2 > sum(byte >= 0x80 for byte in sample) else "windows-1252"


def _by_page(content: bytes, page: str) -> str:
    if page == "windows-1256":
        return content.decode(page, "replace")
    return content.decode(page, "surrogateescape").translate(UNDEFINED)

"""What a reader of a PDF sees of its text."""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfReader

_UNSEEN = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))
"""Marks of direction: who takes text out of a PDF puts them between signs, where a code has digits beside letters."""


def pdf_text(content: bytes) -> str:
    """The text of all pages, one line each for a line, without marks that nobody sees."""
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).translate(_UNSEEN)

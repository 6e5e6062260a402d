"""A form to be filled in by hand: numbered questions in two languages, large boxes, room to write, a number a sheet."""

from __future__ import annotations

from rihai.paper.blank.pdf import blanks_pdf
from rihai.paper.blank.text import Blank, Both, Choice, Heading, Note, Question

__all__ = ["Blank", "Both", "Choice", "Heading", "Note", "Question", "blanks_pdf"]

"""A paper for a court or an officer as plain values: printed as PDF, or written as a Word file to be edited."""

from __future__ import annotations

from rihai.paper.pleading.pdf import pleading_pdf
from rihai.paper.pleading.text import CustodyChart, Party, Pleading
from rihai.paper.pleading.word import mark_pages, pleading_word

__all__ = ["CustodyChart", "Party", "Pleading", "mark_pages", "pleading_pdf", "pleading_word"]

"""A paper as a file: PDF, or Word in the office's own template where it has one; a draft is marked on every page."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from django.conf import settings

from rihai.kit.letters.word import as_word
from rihai.legal.papers.drawing import letter_of
from rihai.paper.pleading import Pleading, mark_pages, pleading_pdf, pleading_word


def written(pleading: Pleading, name: str, kind: Literal["docx", "pdf"], language: str) -> bytes:
    """The bytes, in a language that must be active. `name` is that of the office's template: `legal.petition.…`.

    Raises TemplateBroken for a template of the office that cannot be filled in.
    """
    if kind == "pdf":
        return pleading_pdf(pleading, language)
    own = Path(settings.HOME) / "letters" / f"{name}.{language}.docx"
    if own.is_file():
        return mark_pages(as_word(letter_of(pleading), name, language), pleading.mark_says)
    return pleading_word(pleading, language)

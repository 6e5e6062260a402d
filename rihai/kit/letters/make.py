"""Writes a letter as PDF or Word, and says so in the trail."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from rihai.errors import NotAllowed, NotFound
from rihai.kit.actor import Actor
from rihai.kit.audit.chain import append
from rihai.kit.exports.make import Made, day_of
from rihai.kit.letters.pdf import as_pdf
from rihai.kit.letters.text import LetterText
from rihai.kit.letters.word import as_word
from rihai.kit.offers import Letter, offered

Format = Literal["docx", "pdf"]
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def letter_named(name: str, actor: Actor) -> Letter:
    """The letter the actor may write. Raises NotFound when nobody offers it, NotAllowed without the capability."""
    for letter in offered(Letter):
        if letter.name == name:
            if not actor.may(letter.capability):
                raise NotAllowed(_("Your postings do not let you write this letter."))
            return letter
    raise NotFound(_("There is no such letter."))


def text_of(letter: Letter, actor: Actor, subject: str, language: str) -> LetterText:
    """What the letter says. Raises NotFound when the actor may not see the subject or there is none."""
    with translation.override(language):
        text = letter.write(actor, subject, language)
    if text is None:
        raise NotFound(_("There is no such letter."))
    return text


def make(letter: Letter, *, actor: Actor, at: datetime, subject: str, kind: Format, language: str) -> Made:
    """The file, and one line in the trail: who, which letter, about what id. Raises NotFound as text_of does."""
    text = text_of(letter, actor, subject, language)
    with translation.override(language):
        content = as_word(text, letter.name, language) if kind == "docx" else as_pdf(text, language)
    with transaction.atomic():
        detail = {"letter": letter.name, "format": kind, "language": language, "data_class": letter.data_class}
        append("kit.letter.written", actor=actor, at=at, subject=subject, kind=letter.name, detail=detail)
    name = f"{letter.name.replace('.', '-')}-{day_of(at):%Y-%m-%d}.{kind}"
    return Made(content, name, WORD if kind == "docx" else "application/pdf", 1)

"""What the house holds about a person, given to the person herself: found by an exact number, printed, written down.

Every room says what it holds (`SubjectExtract`) and leaves out what would betray somebody else. The desk sees how much
there is, not what; what is printed is handed to the person.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.errors import NotAllowed, NotFound, Refused
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.exports.make import Made, day_of
from rihai.kit.offers import FindsPerson, SubjectExtract, offered
from rihai.paper.blocks import Block, Definitions, Heading, Paragraph
from rihai.paper.pdf import pdf_page

CAPABILITY = "desk.keep"
BOTH = "both"
_PDF, _ZIP = "application/pdf", "application/zip"


class NobodyFound(Refused):
    """No room knows anybody by the number."""


@dataclass(frozen=True, slots=True)
class Held:
    """What one room holds of a person: its title, and its sections of words and values."""

    title: str
    sections: Sequence[tuple[Any, Sequence[tuple[Any, Any]]]]

    @property
    def count(self) -> int:
        """How many things are said."""
        return sum(len(pairs) for _title, pairs in self.sections)


def find_subject(*, number: str, actor: Actor, at: datetime) -> UUID:
    """The person an exact number names. Raises NobodyFound, with a line in the trail that tells no number."""
    _check(actor)
    with as_house(at):
        finders = offered(FindsPerson) if number.strip() else ()
        found = next((one for offer in finders if (one := offer.find(number.strip()))), None)
    if found is None:
        with transaction.atomic():
            append("accounts.extract.not_found", actor=actor, at=at)
        raise NobodyFound(_("Nobody is known by that number. Look at it again; it must be whole."))
    return found


def held_of(person_id: UUID, *, actor: Actor, at: datetime) -> list[Held]:
    """What every room holds, in the reader's language. Raises NotAllowed, NotFound where nobody holds anything."""
    _check(actor)
    with as_house(at):
        rooms = [Held(str(one.title), one.of(person_id)) for one in offered(SubjectExtract)]
    if not any(one.count for one in rooms):
        raise NotFound(_("There is no such person."))
    return [one for one in rooms if one.count]


def give_extract(*, person_id: UUID, shown_by: str, language: str, actor: Actor, at: datetime) -> Made:
    """The extract as a PDF in a language, or as a zip of two; and one line in the trail.

    `shown_by` says how the person showed who she is, and names nobody. Raises NotAllowed, NotFound.
    """
    languages = [code for code, _name in settings.LANGUAGES] if language == BOTH else [language]
    name = f"extract-{day_of(at):%Y-%m-%d}"
    pages = {f"{name}-{one}.pdf": _printed(person_id, one, actor, at) for one in languages}
    with transaction.atomic():
        detail = {"languages": languages}
        act = "accounts.extract.given"
        append(act, actor=actor, at=at, subject=person_id, kind="person", reason=shown_by, detail=detail)
    if len(pages) == 1:
        ((title, content),) = pages.items()
        return Made(content, title, _PDF, 1)
    return Made(_zipped(pages), f"{name}.zip", _ZIP, len(pages))


def _printed(person_id: UUID, language: str, actor: Actor, at: datetime) -> bytes:
    with translation.override(language):
        blocks: list[Block] = []
        for room in held_of(person_id, actor=actor, at=at):
            blocks.append(Heading(room.title))
            for title, pairs in room.sections:
                blocks.append(Heading(str(title), level=3))
                blocks.append(
                    Definitions([(str(term), str(value)) for term, value in pairs])
                    if pairs
                    else Paragraph(_("Nothing is kept."))
                )
        return pdf_page(
            _("What we hold about you"),
            blocks,
            language,
            standfirst=_("Everything is yours to read, to have corrected and to keep. Names of others are left out."),
            day=day_of(at),
            running=settings.OFFICE,
        )


def _zipped(pages: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as held:
        for name, content in pages.items():
            held.writestr(name, content)
    return out.getvalue()


def _check(actor: Actor) -> None:
    if not actor.may(CAPABILITY):
        raise NotAllowed(_("Only the data protection desk gives a person what is held about her."))

"""Blanks are printed, each with a number of its own; what was written on one is typed in and given, once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.errors import Refused
from rihai.instruments.errors import NoSuchForm
from rihai.instruments.handling import about
from rihai.instruments.models import Answer, InstrumentVersion, Paper, VersionState
from rihai.instruments.operations.answers import Sent, give
from rihai.instruments.operations.drafts import new_instance_id
from rihai.instruments.sheets import numbers
from rihai.kit.actor import Actor
from rihai.kit.audit import append

MOST = 60
"""Blanks that are printed at once."""


class NoSuchPaper(Refused):
    """The number is none of ours, of another form, or was typed in already; nothing was changed."""


@transaction.atomic
def print_blanks(*, version: InstrumentVersion, count: int, actor: Actor, at: datetime) -> list[Paper]:
    """So many blanks of a version, each with its number. Raises NoSuchForm for a draft."""
    if version.state == VersionState.DRAFT:
        raise NoSuchForm(_("A draft is not printed. Publish it first."))
    made = [
        Paper.objects.create(version=version, printed_by_id=actor.pk, printed_at=at)
        for _one in range(max(1, min(count, MOST)))
    ]
    detail = {"form": version.instrument.form_id, "first": made[0].number, "count": len(made)}
    append("instruments.paper.printed", actor=actor, at=at, subject=version.pk, kind="instrument", detail=detail)
    return made


def paper_meant(text: str, form_id: str) -> Paper:
    """The paper of a number, free to be typed in. Raises NoSuchPaper, saying why."""
    number = numbers.read(text)
    if number is None:
        raise NoSuchPaper(_("This is no number of a sheet. It has seven figures, as 000123-7; look for a slip."))
    with as_house():
        papers = Paper.objects.select_related("version__instrument", "answer")
        found = papers.filter(number=number, version__instrument__form_id=form_id).first()
    if found is None:
        raise NoSuchPaper(_("No sheet of this form has that number. Look at the name of the form on the sheet."))
    if found.answer is not None:
        says = _("This sheet was typed in already, on %(day)s. Was it copied? Then fill the form in here.")
        raise NoSuchPaper(says % {"day": localdate(found.answer.given_at).strftime("%d/%m/%Y")})
    return found


@transaction.atomic
def type_in(
    *, number: str, form_id: str, handler: str, subject: str, texts: Mapping[str, str], actor: Actor, at: datetime
) -> Answer:
    """Give what was written on a sheet, in its own version. Raises NoSuchPaper, and what `give` raises."""
    about(handler, form_id, subject, actor=actor)
    paper = paper_meant(number, form_id)
    with as_house(at):
        Paper.objects.select_for_update().get(pk=paper.pk)
    paper = paper_meant(number, form_id)

    def kept(answer: Answer) -> None:
        with as_house(at):
            Paper.objects.filter(pk=paper.pk, answer=None).update(answer=answer)

    sent = Sent(
        instance_id=new_instance_id(), version=paper.version, judged_at=at, kept=kept, detail={"paper": paper.number}
    )  # fmt: skip
    return give(form_id=form_id, handler=handler, subject=subject, texts=texts, actor=actor, at=at, sent=sent)

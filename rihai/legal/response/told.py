"""A slip about a refusal and the telling of it are one: whoever reads her the slip has told her, and the line knows."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from rihai.accounts.operations.house import as_house
from rihai.kit.offers import Done
from rihai.legal.release.models import About, Answer, Slip
from rihai.legal.response.models import Telling
from rihai.legal.response.operations.line import Line, write


def follow_slip(done: Done) -> None:
    """It was read to her, or she did not want to hear it: nobody has to go again for the refusals it is about."""
    with as_house(done.at):
        slip = Slip.objects.get(pk=done.detail["slip"])
        act = "read_out" if slip.answer == Answer.TOLD else "unheard"
        for one in _told_by(slip):
            one.done_on, one.done_by = slip.told_on, slip.told_by
            one.done_by_name = slip.told_by_name
            one.save(update_fields=["done_on", "done_by", "done_by_name"])
            write(
                Line(one.response, None), act, said="legal.telling.done", actor=done.actor, at=done.at, on=slip.told_on
            )


def follow_slip_put_off(done: Done) -> None:
    """She could not be seen: the telling is put off to the same day."""
    due: date = done.detail["due"]
    with as_house(done.at):
        for one in _told_by(Slip.objects.get(pk=done.detail["slip"])):
            one.due_on, one.tries = due, one.tries + 1
            one.save(update_fields=["due_on", "tries"])
            told = {"until": due.isoformat()}
            write(
                Line(one.response, None), "not_told", said="legal.telling.put_off", actor=done.actor, at=done.at,
                told=told,
            )  # fmt: skip


def _told_by(slip: Slip) -> QuerySet[Telling]:
    """What waits to be told and the slip tells: of its line, or of the whole person where it names none."""
    rows = Telling.objects.select_for_update(of=("self",)).select_related("response")
    found = rows.filter(person=slip.person_id, done_on=None)
    if slip.about != About.REFUSAL:
        return found.none()
    if slip.provision:
        found = found.filter(response__provision=slip.provision, response__case_id=slip.case_id)
    return found

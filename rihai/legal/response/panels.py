"""What other rooms show of the response loop: a person's page and timeline, My work, the person's own extract."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rihai.accounts.operations.house import as_house
from rihai.kit.actor import Actor
from rihai.kit.offers import Happening, WorkRow
from rihai.kit.templatetags.kit import day
from rihai.legal.response.causes import NAMES
from rihai.legal.response.models import AT_WORK, ENDED, Response, Step
from rihai.legal.response.queries.changed import changes, key_of
from rihai.legal.response.queries.inside import board
from rihai.legal.response.queries.lists import Asked, my_rows, offered_to_me, to_tell, untouched
from rihai.legal.response.queries.sight import RESPOND, SUPERVISE, is_of_team, responses_for, steps_for
from rihai.legal.response.shown.said import SOON, says_of, status_of, word_of
from rihai.legal.response.shown.steps import step_text
from rihai.people.models import Person
from rihai.screening.law.packs import law_on
from rihai.screening.queries.sight import findings_for
from rihai.screening.shown.rows import language

ROWS = 8


def of_person(actor: Actor, person_id: UUID, today: date) -> dict[str, Any] | None:
    """Who works on what the law says of a person; to those outside the team only that somebody does."""
    rows = list(responses_for(actor).filter(person=person_id).exclude(state__in=ENDED).order_by("touched_at"))
    if not is_of_team(actor):
        return {"represented": True, "rows": []} if any(one.state in AT_WORK for one in rows) else None
    if not rows:
        return None
    law = law_on(today)
    findings = {key_of(one): one for one in findings_for(actor).filter(person=person_id)}
    changed = changes(rows, findings, law)
    return {
        "may_respond": actor.may(RESPOND),
        "rows": [
            {
                "response": one,
                "title": title_of(one.provision, today),
                "word": word_of(one),
                "status": status_of(one, today),
                "says": says_of(one, changed.get(one.pk), today),
            }
            for one in rows
        ],
    }


def title_of(provision: str, today: date) -> str:
    """The title of a provision in the reader's language; its id where no pack has it any more."""
    one = law_on(today).provisions.get(provision)
    return one.title.of(language()) if one else provision


SHOWN = ("taken", "referred", "filed", "refused", "granted", "told", "assigned", "accepted", "closed")
"""Steps that belong on a timeline; the rest is for the line's own page."""


def timeline(actor: Actor, person_id: UUID) -> Sequence[Happening]:
    """What was done on the lines of a person, without a privileged word; nothing for those outside the team."""
    if not is_of_team(actor):
        return []
    rows = steps_for(actor).filter(person=person_id, act__in=SHOWN).order_by("on", "at")
    return [
        Happening(
            on=one.on, says=step_text(one), source=one.by_name,
            url=reverse("legal:respond", args=[one.response_id]) if actor.may(RESPOND) else "",
        )
        for one in rows
    ]  # fmt: skip


def offered_rows(actor: Actor, _on: date) -> Sequence[WorkRow]:
    """Lines that colleagues ask the actor to go on with."""
    if not actor.may(RESPOND):
        return []
    return [
        _work_row(one, why=_("A colleague asks you to go on: %(what)s.") % {"what": title_of(one.provision, _on)},
                  status="waiting", word=_("Offered"), act=_("Answer"))
        for one in offered_to_me(actor=actor)[:ROWS]
    ]  # fmt: skip


def tellings(actor: Actor, on: date) -> Sequence[WorkRow]:
    """People whom the actor has to tell what was decided."""
    if not actor.may(RESPOND):
        return []
    return [
        WorkRow(
            who=_who(one.person), url=reverse("legal:telling", args=[one.pk]),
            why=_("Tell the person face to face what was decided, and ask how they are."),
            where=_where(one.person), due_on=one.due_on, person_id=one.person_id, act=_("Told"),
            status="overdue" if one.is_overdue(on) else "waiting", word=_("To be told"),
        )
        for one in to_tell(actor=actor)[:ROWS]
    ]  # fmt: skip


def due_rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """The actor's lines whose day has come or comes soon, or whose facts have changed."""
    if not actor.may(RESPOND):
        return []
    found = my_rows(actor=actor, today=on)
    rows = []
    for one in found.rows:
        changed = found.changed.get(one.pk)
        if changed or (one.due_on is not None and one.due_on <= on + SOON):
            why = f"{title_of(one.provision, on)}. {says_of(one, changed, on)}"
            rows.append(_work_row(one, why=why, status=status_of(one, on), word=word_of(one), act=_("Go on")))
    return rows[: ROWS * 2]


def clock_rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """What the clocks of *still inside although* ask for and is overdue, of lines that are the actor's or nobody's."""
    if not actor.may(RESPOND):
        return []
    rows = []
    for one in board(None, actor=actor, today=on).rows:
        owner = one.response.owner_id if one.response else None
        if one.to_do is None or not one.to_do.overdue or owner not in {None, actor.pk}:
            continue
        why = _("Still inside, %(cause)s: %(act)s.") % {"cause": NAMES[one.cause], "act": one.to_do.act.says}
        person = one.finding.person
        rows.append(
            WorkRow(
                who=_who(person), url=reverse("legal:respond", args=[one.finding.pk]), why=why,
                where=one.finding.place.shown, due_on=one.to_do.due_on, status="overdue", word=_("Still inside"),
                act=_("Go on"), person_id=person.pk,
            )
        )  # fmt: skip
    return rows[:ROWS]


def untouched_rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """For whoever supervises: that lines wait which nobody has answered."""
    if not actor.may(SUPERVISE):
        return []
    count = untouched(Asked(), actor=actor, today=on).order_by()[:1000].count()
    if not count:
        return []
    words = ngettext("%(n)s line nobody has answered", "%(n)s lines nobody has answered", count) % {"n": count}
    return [
        WorkRow(
            who=words, url=reverse("legal:untouched"), why=_("People whom the law reached and who wait for an answer."),
            status="warning", word=_("Untouched"), act=_("Look"),
        )
    ]  # fmt: skip


def _work_row(one: Response, **said: Any) -> WorkRow:
    return WorkRow(
        who=_who(one.person), url=reverse("legal:respond", args=[one.pk]), where=_where(one.person),
        due_on=one.due_on, person_id=one.person_id, **said,
    )  # fmt: skip


def _who(person: Person) -> str:
    return person.full_name or _("Name not known")


def _where(person: Person) -> str:
    return person.held_at.shown if person.held_at else ""


def extract(person_id: UUID) -> Sequence[tuple[Any, Sequence[tuple[Any, Any]]]]:
    """What is kept of the work for a person, for the person; notes are privileged and left out, which is said."""
    with as_house():
        rows = list(Response.objects.filter(person=person_id).order_by("touched_at"))
        steps: dict[UUID, list[Step]] = {}
        for step in Step.objects.filter(person=person_id):
            steps.setdefault(step.response_id, []).append(step)
    found: list[tuple[Any, Sequence[tuple[Any, Any]]]] = []
    for one in rows:
        lines: list[tuple[Any, Any]] = [
            (day(step.on), f"{step_text(step)} ({step.by_name})") for step in steps.get(one.pk, ())
        ]
        lines.append((gettext_lazy("Notes"), gettext_lazy("Left out: what a lawyer writes down is privileged.")))
        found.append((_titled(one), lines))
    return found


def _titled(one: Response) -> str:
    title = title_of(one.provision, one.touched_at.date())
    return f"{title}, {one.case_id}" if one.case_id else title

"""What services say on other pages: of a person, in a case, in My work, on a timeline, for the person herself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.casework.cases.capabilities import KEEP, kept_by, read_by
from rihai.casework.cases.models import Case
from rihai.casework.cases.panels import DueLine
from rihai.casework.services.models import Enrolment, JobPlacement, MaterialHelp, Referral, ReferralState
from rihai.casework.services.queries import records
from rihai.casework.services.queries.reach import rows_for
from rihai.kit.actor import Actor
from rihai.kit.exports import ExportSheet
from rihai.kit.files import StoredFile
from rihai.kit.offers import Happening, WorkRow
from rihai.paper.table import Column
from rihai.people.models import Person

ROWS = 50
WEEK = timedelta(days=7)


def of_person(actor: Actor, person_id: UUID, on: date) -> dict[str, Any] | None:
    """A person's services to those whose work reads them; nothing to the others."""
    if not read_by(actor):
        return None
    found = records.of_person(person_id, actor=actor)
    may = {"may_keep": bool(kept_by(actor)), "may_give": actor.may(KEEP)}
    return {"found": found, "person_id": person_id, **may, "today": on, "case": None}


def of_case(actor: Actor, case: Case, on: date) -> dict[str, Any] | None:
    """What was done under a case."""
    found = records.of_person(case.person_id, actor=actor, case_id=case.pk)
    is_open = case.closed_on is None
    may = {"may_keep": bool(kept_by(actor)) and is_open, "may_give": actor.may(KEEP) and is_open}
    return {"found": found, "person_id": case.person_id, **may, "today": on, "case": case}


def referral_rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """Referrals whose answer is due, and partners to be told that a consent was taken back."""
    if not kept_by(actor):
        return []
    rows = [_waits(one, on) for one in records.unanswered(actor, on=on)[:ROWS]]
    return [*rows, *(_to_tell(one) for one in records.partners_to_tell(actor)[:ROWS])]


def due_of_cases(actor: Actor, case_ids: Sequence[UUID], _on: date) -> Mapping[UUID, Sequence[DueLine]]:
    """The answers that are due in these cases."""
    found: dict[UUID, list[DueLine]] = {}
    for one in rows_for(Referral, actor).filter(case__in=list(case_ids), state=ReferralState.SENT).order_by("due_on"):
        says = _("%(partner)s has not answered: %(service)s") % {"partner": one.partner_name, "service": one.title}
        line = DueLine(due_on=one.due_on, says=says, url=reverse("casework:referral", args=[one.pk]))
        found.setdefault(one.case_id or one.pk, []).append(line)
    return found


def due_by_worker(actor: Actor, on: date) -> Mapping[UUID, tuple[int, int]]:
    """For each worker of a case, how many answers are due within a week and how many are overdue."""
    rows = rows_for(Referral, actor).filter(state=ReferralState.SENT, case__worker__isnull=False, due_on__lte=on + WEEK)
    late = Count("pk", filter=Q(due_on__lt=on))
    counted = rows.order_by().values_list("case__worker").annotate(n=Count("pk"), late=late)
    return {worker: (n - overdue, overdue) for worker, n, overdue in counted}


def _waits(one: Referral, on: date) -> WorkRow:
    is_in, late = one.way == Referral.Way.IN, one.due_on < on
    why = _("%(partner)s sends them to us: %(service)s") if is_in else _("%(partner)s has not answered: %(service)s")
    return WorkRow(
        who=_name(one.person), url=reverse("casework:referral", args=[one.pk]),
        why=why % {"partner": one.partner_name, "service": one.title}, where=_where(one.person), due_on=one.due_on,
        status="overdue" if late else "waiting", word=_("Overdue") if late else _("Unanswered"),
        act=_("Answer") if is_in else _("Ask again"), person_id=one.person_id,
    )  # fmt: skip


def _to_tell(one: Referral) -> WorkRow:
    return WorkRow(
        who=_name(one.person), url=reverse("casework:referral", args=[one.pk]),
        why=_("A consent was taken back; %(partner)s has what was told.") % {"partner": one.partner_name},
        where=_where(one.person), status="warning", word=_("Tell the partner"), act=_("Tell them"),
        person_id=one.person_id,
    )  # fmt: skip


def remission_rows(actor: Actor, _on: date) -> Sequence[WorkRow]:
    """Finished courses that may earn remission, for lawyers."""
    return [
        WorkRow(
            who=_name(one.person), url=reverse("casework:remission-note", args=[one.pk]),
            why=_("Finished: %(service)s. It may earn remission.") % {"service": one.title},
            where=_where(one.person), due_on=one.ended_on, status="waiting", word=_("Remission?"),
            act=_("Look"), person_id=one.person_id,
        )
        for one in records.remission_waiting(actor)[:ROWS]
    ]  # fmt: skip


def timeline(actor: Actor, person_id: UUID) -> Sequence[Happening]:
    """What happened in services, referrals, help and work."""
    return sorted(_happened(records.of_person(person_id, actor=actor)), key=lambda one: one.on)


def _happened(found: records.OfPerson) -> Iterator[Happening]:
    for one in found.enrolments:
        url = reverse("casework:enrolment", args=[one.pk])
        yield Happening(on=one.started_on, says=_("Began: %(service)s") % {"service": one.title}, url=url)
        if one.ended_on:
            words = {"service": one.title, "outcome": one.outcome_title}
            yield Happening(on=one.ended_on, says=_("Ended: %(service)s, %(outcome)s") % words, url=url)
    for sent in found.referrals:
        says = _("Referred to %(partner)s") if sent.way == Referral.Way.OUT else _("Sent to us by %(partner)s")
        url = reverse("casework:referral", args=[sent.pk])
        yield Happening(on=sent.sent_on, says=says % {"partner": sent.partner_name}, source=sent.title, url=url)
    for gift in found.help:
        yield Happening(on=gift.given_on, says=_("Given: %(what)s") % {"what": gift.what}, source=gift.fund)
    for job in found.jobs:
        yield Happening(on=job.started_on, says=_("Began to work: %(trade)s") % {"trade": job.trade})


def extract(person_id: UUID) -> Sequence[tuple[Any, Sequence[tuple[Any, Any]]]]:
    """What is held here of a person, for herself."""
    with as_house():
        enrolments = list(Enrolment.objects.filter(person=person_id))
        sent = list(Referral.objects.filter(person=person_id))
        gifts = list(MaterialHelp.objects.filter(person=person_id))
        jobs = list(JobPlacement.objects.filter(person=person_id).select_related("employer"))
    parts = [
        (
            one.title,
            [(_("Began"), one.started_on), (_("Ended"), one.ended_on), (_("What came of it"), one.outcome_title)],
        )
        for one in enrolments
    ]
    parts += [
        (one.partner_name, [
            (_("Service"), one.title), (_("What was told"), ", ".join(one.told)), (_("On"), one.sent_on),
            (_("On what ground"), one.get_basis_display()), (_("Where it stands"), one.get_state_display()),
        ])
        for one in sent
    ]  # fmt: skip
    parts += [
        (one.what, [(_("Fund"), one.fund), (_("Worth"), f"{one.worth} {one.currency}"), (_("On"), one.given_on)])
        for one in gifts
    ]
    parts += [(one.employer.name, [(_("Trade"), one.trade), (_("Began"), one.started_on)]) for one in jobs]
    return parts


def may_read(actor: Actor, stored: StoredFile) -> bool:
    """Whether a file is evidence or a receipt of a row the actor sees."""
    return (
        rows_for(Enrolment, actor).filter(evidence=stored.pk).exists()
        or rows_for(MaterialHelp, actor).filter(receipt=stored.pk).exists()
    )


def help_count(actor: Actor, _filters: Mapping[str, str]) -> int:
    """How many gifts."""
    return rows_for(MaterialHelp, actor).count()


def help_sheet(actor: Actor, _filters: Mapping[str, str], _language: str) -> ExportSheet:
    """The register of what was given, for who keeps the funds: a key in place of the name, since paper travels."""
    columns = (
        Column(_("Day"), "date"), Column(_("Key of the person"), "text", 12), Column(_("What"), "text", 24),
        Column(_("Fund"), "text", 18), Column(_("Worth"), "number"), Column(_("Currency"), "text", 8),
        Column(_("Given by"), "text", 18), Column(_("Witness"), "text", 18), Column(_("Proof"), "text", 18),
    )  # fmt: skip
    rows = rows_for(MaterialHelp, actor)
    return ExportSheet(
        title=_("Things and money given"), columns=columns,
        rows=[
            (one.given_on, str(one.person_id)[-8:], one.what, one.fund, float(one.worth), one.currency,
             one.given_by_name,
             one.witness, one.get_proof_display())
            for one in rows
        ],
    )  # fmt: skip


def _name(person: Person) -> str:
    return person.full_name or _("Name not known")


def _where(person: Person) -> str:
    return person.held_at.shown if person.held_at else ""

"""An incident is erased for good, by two people of its team; what stays is what is counted, and the chain of evidence.

Files are destroyed with the keys in their heads: each is sealed with a key of its own, kept nowhere else. Copies in
backups last as long as these are kept.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.accounts.operations.notices import notify
from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.kit.files import erase
from rihai.monitoring.evidence.models import CustodyLine, EvidenceItem
from rihai.monitoring.examinations.models import BodyMark, Examination
from rihai.monitoring.incidents.models import Erasure, Incident, IncidentConsent, Purpose, Said, State, Why
from rihai.monitoring.incidents.operations.errors import NotSo
from rihai.monitoring.incidents.operations.reach import incident_for, note
from rihai.monitoring.incidents.operations.team import HERE, NOTICE

PARTS = ("acts", "interventions", "consents", "sources", "perpetrators", "victims")
"""What is taken away whole, those before on which others rest."""


@transaction.atomic
def ask_to_erase(*, incident_id: UUID, why: str, actor: Actor, at: datetime) -> Erasure:
    """Ask that it is erased; nothing is gone before another of the team agrees. Raises NoSuchIncident, NotSo."""
    one = incident_for(incident_id, actor=actor, live=False)
    _may_rest_on(one, why, at)
    if Erasure.objects.filter(incident=one).exists():
        raise NotSo(_("Somebody asked for it already."))
    others = [each for each in one.team.filter(until=None).values_list("account_id", flat=True) if each != actor.pk]
    if not others:
        raise NotSo(_("Two people decide. Let a colleague in first."))
    made = Erasure.objects.create(incident=one, why=why, asked_by_id=actor.pk, asked_at=at)
    notify(others, NOTICE, url=HERE, at=at)
    note(one, "erasure_asked", actor=actor, at=at, detail={"why": why})
    return made


def _may_rest_on(one: Incident, why: str, at: datetime) -> None:
    """Raises NotSo where the reason does not hold: it is worked on or still needed, or nobody took anything back."""
    if one.state == State.DUPLICATE:
        if why != Why.TWICE:
            raise NotSo(_("It was written down twice: that is why it can go."))
    elif one.state != State.CLOSED:
        raise NotSo(_("Close it first: what is worked on is not erased."))
    elif why == Why.TIME:
        if one.keep_until is None or one.keep_until > local_day(at):
            raise NotSo(_("It is kept until a day that has not come."))
    elif why != Why.WISH or not _is_wished(one):
        raise NotSo(
            _("Write down first that they take back that it is written down. While one of them wants it, it stays.")
        )


def _is_wished(one: Incident) -> bool:
    """Whether whoever was asked refuses that it is written down, or took that back; nobody's yes holds.

    What was found to be the same goes with it, so that a yes given there holds too.
    """
    with as_house():
        here = [one.pk, *one.duplicates.values_list("pk", flat=True)]
        said = list(IncidentConsent.objects.filter(incident__in=here, purpose=Purpose.RECORD))
    return bool(said) and not any(each.holds for each in said)


@transaction.atomic
def keep_after_all(*, incident_id: UUID, actor: Actor, at: datetime) -> Incident:
    """It is not to be erased. Anybody of the team says so. Raises NoSuchIncident, NotSo."""
    one = incident_for(incident_id, actor=actor, live=False)
    if not Erasure.objects.filter(incident=one).delete()[0]:
        raise NotSo(_("Nobody asked to erase it."))
    note(one, "erasure_dropped", actor=actor, at=at)
    return one


@transaction.atomic
def erase_incident(*, incident_id: UUID, actor: Actor, at: datetime) -> Incident:
    """Agree as the second, and it is gone, with what was found to be the same. Raises NoSuchIncident, NotSo."""
    one = incident_for(incident_id, actor=actor, live=False)
    asked = Erasure.objects.filter(incident=one).first()
    if asked is None or asked.asked_by_id == actor.pk:
        raise NotSo(_("Somebody else of the team asks for it first: nobody erases alone."))
    _may_rest_on(one, asked.why, at)
    asked.agreed_by_id, asked.agreed_at = actor.pk, at
    asked.save(update_fields=["agreed_by", "agreed_at"])
    with as_house(at):
        same = list(one.duplicates.select_for_update(of=("self",)).exclude(state=State.ERASED))
        Erasure.objects.filter(incident__in=same).delete()  # what was asked of them alone is answered by this
        for each in (*same, one):
            _empty(each, at)
    for each in (*same, one):
        note(each, "erased", actor=actor, at=at)
    return one


def _empty(one: Incident, at: datetime) -> None:
    """Take everything away that says something; place, class and gravity stay where they stood in the open."""
    one.say(Said(sub=one.sub, severity=one.severity, place_id=one.place_id))
    one.state, one.closing, one.keep_until, one.keep_because = State.ERASED, None, None, None
    one.version += 1
    one.save()
    for item in one.evidence.all():
        _empty_item(item, at)
    BodyMark.objects.filter(examination__incident=one).delete()
    Examination.objects.filter(incident=one).delete()
    for part in PARTS:
        getattr(one, part).all().delete()
    if one.is_sealed:  # the pattern of its clocks would tell of what it was
        one.clocks.all().delete()
    for clock in one.clocks.all():
        clock.says, clock.by_name = None, ""
        clock.save(update_fields=["says", "by_name"])


def _empty_item(item: EvidenceItem, at: datetime) -> None:
    """The file and all words go; its digest, and the chain of its log, stay."""
    stored = item.stored
    item.stored, item.name, item.what, item.captured_by, item.how = None, "", "", "", ""
    item.captured_at = item.taken_in_at
    item.save()
    for line in CustodyLine.objects.filter(item=item):
        line.who, line.says = "", None
        line.save(update_fields=["who", "says"])
    if stored is not None:
        erase(stored, actor=None, at=at, reason="incident erased")

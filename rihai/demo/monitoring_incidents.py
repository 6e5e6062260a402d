"""What the fictional office wrote down: a boy among adults, a barrack without water, and one that its team alone sees.

Everything goes through the operations of the site, by the cast, at invented prisons; nobody in it is real.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.demo.cast import NAYA_BAGH
from rihai.monitoring.evidence.operations import take_in
from rihai.monitoring.examinations import operations as examinations
from rihai.monitoring.incidents import operations as incidents
from rihai.monitoring.incidents.models import Incident
from rihai.monitoring.incidents.operations.parts import Whom
from rihai.people.models import Person
from rihai.people.queries.people import people_for
from rihai.places.models import Place

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@transaction.atomic
def play_incidents(*, at: datetime) -> bool:
    """Let it have happened, as of a moment; False, and nothing done, when it was played already."""
    with as_house(at):
        if Incident.objects.exists():
            return False
        prison = Place.objects.get(code=NAYA_BAGH)
        who = {
            key: Account.objects.get(email=f"{key}@rihai.example")
            for key in ("supervisor", "monitor", "inspector", "safeguarding")
        }
    _boy(prison, who, at - 5 * HOUR)
    _water(prison, who["inspector"], at - 3 * DAY)
    _sealed(prison, who, at - 2 * DAY)
    return True


def _boy(prison: Place, who: dict[str, Account], at: datetime) -> None:
    """A boy among adults: written down by the supervisor, who sees him; the inspector joined; one clock ran out."""
    actor = who["supervisor"]
    with acting_as(actor, at):
        boy = _youngest(actor, prison)
        one = incidents.write_incident(
            said={
                "sub": "C1.1", "place": prison, "spot": "Barrack 2", "basis": "seen", "raises": ["child"],
                "precision": "day", "first_on": localdate(at),
                "happened": "A boy, by his school paper fifteen, sleeps among about forty men.",
            },
            whom=Whom(called="The boy of barrack 2", person_id=boy.pk if boy else None), actor=actor, at=at,
        )  # fmt: skip
        safety = next(clock for clock in one.clocks.all() if clock.what == "safety")
        incidents.stop_clock(
            clock_id=safety.pk, how="done", says="Spoken with him alone in the office of the deputy; he is afraid at "
            "night.", actor=actor, at=at + HOUR,
        )  # fmt: skip
    with acting_as(who["monitor"], at + HOUR):
        incidents.join_team(incident_id=one.pk, actor=who["monitor"], at=at + HOUR)
    with acting_as(actor, at + 2 * HOUR):
        step = incidents.plan_step(
            incident_id=one.pk,
            said={
                "kind": "safety", "receiver": "The superintendent", "told": "That he is moved to the boys’ ward today.",
                "ground": "child", "second": who["monitor"].pk, "due_on": localdate(at + 2 * HOUR),
            },
            actor=actor, at=at + 2 * HOUR,
        )  # fmt: skip
        incidents.answer_risk(
            step_id=step.pk, version=step.version, actor=actor, at=at + 2 * HOUR,
            said={
                "risk": "some", "risk_says": "The eldest of the barrack may think that he complained.",
                "risk_done": "Asked for three boys at once, so that nobody stands out.",
            },
        )  # fmt: skip


def _youngest(actor: Account, prison: Place) -> Person | None:
    found = people_for(actor).filter(held_at=prison, sex="male", born_latest__isnull=False)
    return found.order_by("-born_latest", "pk").first()


def _water(prison: Place, actor: Account, at: datetime) -> None:
    """No safe water: told the same day, in review."""
    with acting_as(actor, at):
        one = incidents.write_incident(
            said={
                "sub": "E1.1", "place": prison, "spot": "Barracks 3 and 4", "basis": "seen", "precision": "day",
                "first_on": localdate(at), "happened": "The pump has stood still since the morning.",
            },
            actor=actor, at=at,
        )  # fmt: skip
        answers = {"how_many": "212", "since": "since the morning"}
        incidents.write_answers(incident_id=one.pk, version=one.version, answers=answers, actor=actor, at=at)
        for clock in one.clocks.all():
            incidents.stop_clock(
                clock_id=clock.pk, how="done", says="The pump runs again; seen at the tap.", actor=actor, at=at + HOUR
            )
        incidents.send_to_review(incident_id=one.pk, actor=actor, at=at + HOUR)


def _sealed(prison: Place, who: dict[str, Account], at: datetime) -> None:
    """Beaten: known to two people; consent asked for each purpose, a step, a note kept, marks described."""
    actor, lead = who["inspector"], who["safeguarding"]
    act: dict[str, Any] = {"actor": actor, "at": at}
    with acting_as(actor, at):
        one = incidents.write_incident(
            said={
                "sub": "T1.1", "place": prison, "basis": "victim", "precision": "about",
                "first_on": localdate(at - 4 * DAY), "raises": ["reprisal"],
                "happened": "“They beat me on the soles with a strap, two evenings, because I spoke to the visitors.”",
            },
            whom=Whom(called="Shaheen"), **act,
        )  # fmt: skip
        incidents.add_member(incident_id=one.pk, account_id=lead.pk, lead=True, **act)
        incidents.write_answers(
            incident_id=one.pk, version=one.version, answers={"pain_body": "yes", "purpose": "yes", "official": "yes"},
            **act,
        )  # fmt: skip
        staff = {"kind": "staff", "rank": "Warder", "unit": "Evening shift"}
        perpetrator = incidents.add_perpetrator(incident_id=one.pk, said=staff, **act)
        victim = one.victims.get()
        done = {"sub": "T1.1", "says": "A strap, on the soles, twice", "victim": victim.pk,
                "perpetrator": perpetrator.pk}  # fmt: skip
        incidents.add_act(incident_id=one.pk, said=done, **act)
        incidents.add_source(
            incident_id=one.pk,
            said={"kind": "witness", "called": "B", "words": "“I heard it through the wall.”"},
            **act,
        )
        share = _consents(one, victim.pk, act)
        _step(one, share, act)
        _kept(one, victim.pk, act)


def _consents(one: Incident, victim: Any, act: dict[str, Any]) -> Any:
    """Asked for each purpose; no to the name."""
    given: list[Any] = [
        incidents.record_consent(
            incident_id=one.pk, **act,
            said={"victim": victim, "purpose": purpose, "receiver": receiver, "is_given": yes, "way": "spoken"},
        )
        for purpose, receiver, yes in (
            ("record", "", True), ("name", "", False), ("exam", "", True), ("share", "The commission (invented)", True),
        )
    ]  # fmt: skip
    return given[-1]


def _step(one: Incident, share: Any, act: dict[str, Any]) -> None:
    step = incidents.plan_step(
        incident_id=one.pk, **act,
        said={
            "kind": "authority", "receiver": "The commission (invented)", "ground": "consent", "consent": share.pk,
            "told": "That somebody at this prison, under a code, was beaten; no name.", "due_on": localdate(act["at"]),
        },
    )  # fmt: skip
    risk = {"risk": "high", "risk_says": "The warder holds the keys of the evening.",
            "risk_done": "The commission asks about ten people, and visits by day."}  # fmt: skip
    step = incidents.answer_risk(step_id=step.pk, version=step.version, said=risk, **act)
    incidents.send_step(step_id=step.pk, version=step.version, **act)


def _kept(one: Incident, victim: Any, act: dict[str, Any]) -> None:
    """A note in evidence, and what was seen on the body, without interpretation."""
    how = {"what": "Note of the talk", "captured_at": act["at"], "captured_by": act["actor"].name,
           "how": "Written right after the talk"}  # fmt: skip
    note = b"Soles of both feet swollen, walks on the edges. Speaks calmly. (Invented.)\n"
    take_in(incident_id=one.pk, content=note, name="note.txt", said=how, **act)
    made = examinations.write_examination(
        incident_id=one.pk, **act,
        said={
            "victim": victim, "protocol": "monitor", "done_on": localdate(act["at"]),
            "present": "Nobody but us two", "told": "“It burns when I stand.”", "care": "Asked for; none yet",
        },
    )  # fmt: skip
    for side in ("left", "right"):
        mark = {"region": "sole", "side": side, "view": "back", "lesion": "swelling", "length": 90, "width": 60,
                "colour": "dark red", "alleged": "A strap"}  # fmt: skip
        examinations.add_mark(examination_id=made.pk, said=mark, **act)

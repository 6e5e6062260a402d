"""What the inspectors of the fictional office found: one prison twice, a year apart, and a promise that was not kept.

Everything goes through the operations of the site, by the cast, at an invented prison.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate, make_aware

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.demo.cast import NAYA_BAGH
from rihai.instruments.operations import give
from rihai.monitoring.inspections.forms_known import HANDLER
from rihai.monitoring.inspections.models import Inspection, Mandate, Part, Round
from rihai.monitoring.inspections.operations import (
    add_member,
    decide,
    keep_mandate,
    plan_inspection,
    record_visit,
    settle,
    start_self_assessment,
)  # fmt: skip
from rihai.monitoring.inspections.queries.agreement import ratings_of
from rihai.monitoring.inspections.shipping import keep_up
from rihai.monitoring.instrument import FORM_ID, Item, mandela
from rihai.monitoring.recommendations.models import Recommendation
from rihai.monitoring.recommendations.operations import (
    answer_finding,
    make_final,
    recommend,
    respond,
    send_draft,
    verify,
    write_finding,
)  # fmt: skip
from rihai.places.models import Place

Said = Mapping[str, str]
DAY = timedelta(days=1)
YEAR = timedelta(days=350)
"""The visit before; within the time for which the cast has been posted."""
MEASURED: dict[str, Any] = {
    "capacity": 500, "capacity_source": "Invented", "held_men": 812, "held_women": 0, "held_boys": 6, "held_girls": 0,
    "held_transgender": 1, "held_children": 0, "untried": 604, "convicted": 12, "sentenced": 203, "condemned": 0,
    "civil": 0, "uncharged": 0, "foreign": 3, "mdp": 798, "mdp_method": "daily", "admissions": 1630, "releases": 1571,
    "stock_start": 760, "deaths_suicide": 1, "deaths_homicide": 0, "deaths_natural": 3, "deaths_accident": 0,
    "deaths_unknown": 1, "deaths_inquired": 2, "tb_cases": 6, "tb_screened": 940, "assaults": 22, "force": 14,
    "force_same_day": 9, "complaints": 31, "complaints_in_time": 17, "complaints_upheld": 4, "staff_all": 118,
    "staff_custody": 91, "staff_day": 22, "staff_night": 14, "staff_women": 3, "staff_trained": 40, "doctors": 1,
    "court_due": 410, "court_produced": 350, "work_fit": 180, "work_busy": 40, "with_lawyer": 390,
    "water_litres": 11300, "water_people": 819, "rooms_measured": "yes", "units_counted": "yes", "hours_asked": "yes",
    "rooms": [
        {"room_kind": "shared", "room_length": 21, "room_width": 9, "room_people": 118},
        {"room_kind": "shared", "room_length": 20, "room_width": 8, "room_people": 44},
    ],
    "units": [{"unit_people": 118, "unit_toilets": 3, "unit_showers": 2}],
    "hours": [{"hours_people": 118, "hours_out": 5, "hours_air": 50}],
}  # fmt: skip
FIRST: Said = {
    "SEP-02": "no", "SEP-03": "no", "SOL-02": "no", "HEA-03": "partly", "FIL-06": "partly", "CMP-03": "no",
    "CON-02": "no", "WRK-01": "no", "HYG-03": "no", "ACC-04": "partly", "SEN-01": "no", "EME-01": "no",
}  # fmt: skip
SECOND: Said = {
    "SEP-02": "no", "SEP-03": "partly", "HEA-03": "partly", "CMP-03": "partly", "CON-02": "no", "HYG-03": "no",
    "ACC-04": "partly", "SEN-01": "no", "EME-01": "partly", "RST-01": "na",
}  # fmt: skip
APART: Said = {**SECOND, "CMP-03": "no", "CON-02": "partly", "CMP-01": "partly", "FWA-02": "partly", "RST-01": "yes"}
"""What the second inspector judged otherwise."""


@transaction.atomic
def play_monitoring(*, at: datetime) -> bool:
    """Let it have happened, as of a moment; False, and nothing done, when it was played already."""
    with as_house(at):
        if Inspection.objects.exists():
            return False
        keep_up(at)
        prison = Place.objects.get(code=NAYA_BAGH)
        lead, second, official = (
            Account.objects.get(email=f"{one}@rihai.example") for one in ("monitor", "inspector", "partner")
        )
    before = _visit(prison, lead, second, (FIRST, FIRST), at - YEAR, at)
    unkept = _first_report(before, lead, official, at - YEAR + 8 * DAY)
    now = _visit(prison, lead, second, (SECOND, APART), at - 16 * DAY, at)
    _second_report(now, unkept, lead, official, at - 10 * DAY)
    _of_itself(prison, official, at - 40 * DAY)
    return True


def _visit(
    prison: Place, lead: Account, second: Account, said: tuple[Said, Said], on: datetime, at: datetime
) -> Inspection:
    """Planned, gone to, answered by two apart, settled."""
    with acting_as(lead, on):
        who: dict[str, Any] = {"actor": lead, "at": on}
        mandate = _mandate(lead, on, since=at)
        one = plan_inspection(
            said={
                "place": prison, "mandate": mandate, "form_id": FORM_ID, "round": Round.FULL,
                "planned_on": localdate(on),
            },
            **who,
        )  # fmt: skip
        rates = {"account": second, "part": Part.INSPECTOR, "rates": True, "is_woman": True}
        add_member(inspection_id=one.pk, said=rates, **who)
        add_member(inspection_id=one.pk, said={"name": "Dr Asma Namoona", "part": Part.HEALTH, "is_woman": True}, **who)
        gate = make_aware(datetime.combine(localdate(on), time(8, 40)))
        record_visit(
            inspection_id=one.pk, version=one.version,
            said={
                "is_announced": False, "arrived_at": gate, "entered_at": gate + timedelta(minutes=25),
                "left_at": gate + timedelta(hours=9), "access": "free",
            },
            **who,
        )  # fmt: skip
    for account, answers in zip((lead, second), said, strict=True):
        _answer(one, account, answers, on)
    with acting_as(lead, on + DAY):
        _settle(one, lead, on + DAY)
    with as_house(at):
        return Inspection.objects.get(pk=one.pk)


def _mandate(lead: Account, at: datetime, *, since: datetime) -> Mandate:
    """The one mandate, written down with the first visit."""
    known = Mandate.objects.first()
    said = {
        "title": "Provincial oversight", "body": "Provincial oversight committee (invented)",
        "basis": "Order 12 of the committee (invented)", "started_on": localdate(since - 800 * DAY),
    }  # fmt: skip
    return known if known is not None else keep_mandate(said=said, actor=lead, at=at)


def _answer(one: Inspection, account: Account, said: Said, at: datetime) -> None:
    with acting_as(account, at):
        member = one.team.get(account=account)
        give(
            form_id=FORM_ID, handler=HANDLER, subject=str(member.pk), actor=account, at=at,
            values=filled_with(said, round=one.round, **MEASURED),
        )  # fmt: skip


def _settle(one: Inspection, lead: Account, at: datetime) -> None:
    """The graver answer stands, after both went back to look."""
    apart = ratings_of(one, actor=lead).apart
    graver = {each.item.name: next(c for c in ("no", "partly", "yes", "na") if c in each.codes) for each in apart}
    if graver:
        why = dict.fromkeys(graver, "Both looked again together.")
        decide(inspection_id=one.pk, decisions=graver, why=why, actor=lead, at=at)
    settle(inspection_id=one.pk, actor=lead, at=at)


def _first_report(one: Inspection, lead: Account, official: Account, at: datetime) -> Recommendation:
    """Boys held with adults: recommended, answered, final; a year later it is not kept."""
    with acting_as(lead, at):
        boys = write_finding(
            inspection_id=one.pk, said={"says": "Boys under 18 sleep among adults in barrack 2.", "items": ["sep_02"]},
            actor=lead, at=at,
        )  # fmt: skip
        asked = recommend(
            finding_id=boys.pk, actor=lead, at=at,
            said={
                "says": "Move every boy under 18 to a place of their own, and check ages on admission.",
                "level": "prisons", "due_on": localdate(at + 60 * DAY),
            },
        )  # fmt: skip
        alone = write_finding(
            inspection_id=one.pk, said={"says": "One man was alone for 19 days.", "items": ["sol_02"]}, actor=lead,
            at=at,
        )  # fmt: skip
        recommend(
            finding_id=alone.pk, actor=lead, at=at,
            said={
                "says": "End separation at fifteen days at the latest, with a date in the register.",
                "level": "prison", "due_on": localdate(at + 30 * DAY),
            },
        )  # fmt: skip
        send_draft(inspection_id=one.pk, answer_by=localdate(at + 28 * DAY), actor=lead, at=at)
    with acting_as(official, at + 9 * DAY):
        who: dict[str, Any] = {"actor": official, "at": at + 9 * DAY}
        answer_finding(finding_id=boys.pk, says="There is no other barrack. Funds were asked for in March.", **who)
        answer_finding(finding_id=alone.pk, says="The register was not kept; it is now.", **who)
        respond(
            recommendation_id=asked.pk,
            said={"kind": "accepted", "says": "A wing is being cleared.", "promised_on": localdate(at + 60 * DAY)},
            **who,
        )  # fmt: skip
    with acting_as(lead, at + 10 * DAY):
        make_final(inspection_id=one.pk, actor=lead, at=at + 10 * DAY)
    return asked


def _second_report(one: Inspection, unkept: Recommendation, lead: Account, official: Account, at: datetime) -> None:
    """What was promised is verified first; what was not kept is asked again; the draft waits for its answer."""
    with acting_as(lead, at):
        who: dict[str, Any] = {"actor": lead, "at": at}
        for asked in Recommendation.objects.filter(finding__inspection=one.previous):
            is_kept = asked.pk != unkept.pk
            seen = "Nobody over 15 days in the register." if is_kept else "Six boys sleep in barrack 2 among adults."
            verify(
                recommendation_id=asked.pk, inspection_id=one.pk, outcome="kept" if is_kept else "not_kept", seen=seen,
                **who,
            )  # fmt: skip
        boys = write_finding(
            inspection_id=one.pk, said={"says": "A year on, boys still sleep among adults.", "items": ["sep_02"]}, **who
        )
        recommend(
            finding_id=boys.pk,
            said={
                "says": "Move every boy under 18 now; the home department pays for the wing.", "level": "home",
                "due_on": localdate(at + 45 * DAY), "repeats": unkept.pk,
            },
            **who,
        )  # fmt: skip
        write_finding(
            inspection_id=one.pk,
            said={
                "says": "People speak of an officer in barrack 4 whom they fear.", "items": ["con_02"],
                "endangers": True, "endangers_why": "Those who spoke could be recognised.",
            },
            **who,
        )  # fmt: skip
        send_draft(inspection_id=one.pk, answer_by=localdate(at + 28 * DAY), **who)
    with acting_as(official, at + 3 * DAY):
        answer_finding(
            finding_id=boys.pk, says="The wing is built; its doors are not delivered.", actor=official, at=at + 3 * DAY
        )


def _of_itself(prison: Place, official: Account, at: datetime) -> None:
    """The prison sees itself somewhat better."""
    with acting_as(official, at):
        who: dict[str, Any] = {"actor": official, "at": at}
        one = start_self_assessment(said={"place": prison, "form_id": FORM_ID, "round": Round.RAPID}, **who)
    _answer(one, official, {"EME-01": "partly"}, at)
    with acting_as(official, at):
        settle(inspection_id=one.pk, **who)


def filled_with(said: Said, **more: Any) -> dict[str, Any]:
    """The instrument filled in: these answers by the code of the item, yes to all others; `more` as it stands."""
    values: dict[str, Any] = dict(more)
    for item in mandela().items.values():
        code = said.get(item.code, "yes")
        values |= _answers(item, code)
        values[f"{item.name}_src"] = sorted({*item.evidence, "D", "O"} if item.is_critical else item.evidence)
        if code in {"partly", "no"} or item.how == "number":
            values[f"{item.name}_note"] = item.lines["partly" if code == "yes" else code]["en"] if code != "na" else ""
        if code == "na":
            values[f"{item.name}_why"] = "no_time"
    return values


def _answers(item: Item, code: str) -> dict[str, Any]:
    name = item.name
    if item.how == "choose":
        return {name: code}
    if item.how == "ticks":
        count = {"yes": item.at_least[0], "partly": item.at_least[1], "no": 0}.get(code)
        none = ["none"] if code == "no" else ["na"]
        found: dict[str, Any] = {f"{name}_k": [f"p{at}" for at in range(1, count + 1)] if count else none}
    elif item.how in {"sample", "interviews"}:
        share = {"yes": item.at_least[0], "partly": item.at_least[1], "no": 10}.get(code)
        found = {} if share is None else {f"{name}_of": 10, f"{name}_k": share // 10}
    else:
        return {}
    if item.yes_if:
        found[f"{name}_a"] = "yes"
    if item.no_if:
        found[f"{name}_x"] = "no"
    return found

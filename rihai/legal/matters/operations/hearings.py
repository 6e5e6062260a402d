"""A hearing is listed; afterwards what happened is recorded, and the next one with it. The record learns of both."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.editing import save_if_unchanged
from rihai.legal.matters.delay import in_english
from rihai.legal.matters.models import HearingOutcome, Matter, MatterHearing, Party, Produced
from rihai.legal.matters.operations.errors import NoSuchMatter, WrongEntry
from rihai.legal.matters.operations.facts import case_of, clients, merged_by_day, say
from rihai.legal.matters.operations.reach import matter_for

LISTING = ("court", "court_name", "listed_on", "listed_at", "purpose")
VIEWS = {
    "delay_view": "delay_attributed_to_accused",
    "hardened_view": "court_found_hardened",
    "grounds_view": "court_reasonable_grounds",
    "inquiry_view": "further_inquiry",
}
"""What a court itself said, by the name of the fact it is (law/facts.md 6.3)."""
RECORD = (
    "produced", "not_produced_why", "outcome", "adjourned_by", "adjourned_why", "next_on", "note", "recorded_at",
    "changed_at", *VIEWS,
)  # fmt: skip


@transaction.atomic
def list_hearing(*, matter_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> MatterHearing:
    """A day in court is fixed; the record learns which comes next."""
    matter = matter_for(matter_id, actor=actor, at=at)
    if MatterHearing.objects.filter(matter=matter, listed_on=said["listed_on"], recorded_at=None).exists():
        raise WrongEntry(_("A hearing is listed on that day already."))
    hearing = MatterHearing.objects.create(
        matter=matter, changed_at=at, **{name: said[name] for name in LISTING if name in said}
    )
    _tell_record(matter, said={}, true_on=local_day(at), actor=actor, at=at)
    detail = {"hearing": hearing.pk, "on": hearing.listed_on}
    append("legal.hearing.listed", actor=actor, at=at, subject=matter.pk, kind="matter", detail=detail)
    return hearing


@transaction.atomic
def move_hearing(
    *, hearing_id: UUID, version: int, said: Mapping[str, Any], actor: Actor, at: datetime
) -> MatterHearing:
    """The listing itself was wrong or was changed by the court before the day. Raises Changed, WrongEntry."""
    hearing, matter = _found(hearing_id, actor=actor, at=at)
    if hearing.recorded_at is not None:
        raise WrongEntry(_("What happened on that day is recorded already."))
    for name in LISTING:
        if name in said:
            setattr(hearing, name, said[name])
    hearing.changed_at = at
    save_if_unchanged(hearing, version=version, fields=(*LISTING, "changed_at"))
    _tell_record(matter, said={}, true_on=local_day(at), actor=actor, at=at)
    detail = {"hearing": hearing.pk, "on": hearing.listed_on}
    append("legal.hearing.moved", actor=actor, at=at, subject=matter.pk, kind="matter", detail=detail)
    return hearing


@transaction.atomic
def record_hearing(
    *, hearing_id: UUID, version: int, said: Mapping[str, Any], actor: Actor, at: datetime
) -> MatterHearing:
    """What happened: produced or not and why, what came of it, by whose act it was adjourned; the next day is listed.

    Also corrects what was recorded. What the court itself said becomes a fact, and nothing is one that it did not say.
    Raises WrongEntry for a day to come, Changed where somebody was quicker.
    """
    hearing, matter = _found(hearing_id, actor=actor, at=at)
    today = local_day(at)
    _check(hearing, said, today)
    for name in RECORD:
        if name not in {"recorded_at", "changed_at"}:
            setattr(hearing, name, said.get(name, None if name in VIEWS or name == "next_on" else ""))
    hearing.recorded_at, hearing.changed_at = at, at
    save_if_unchanged(hearing, version=version, fields=RECORD)
    _list_next(hearing, said.get("next_purpose") or hearing.purpose, at)
    views = {fact: said[name] for name, fact in VIEWS.items() if said.get(name) is not None}
    _tell_record(matter, said=views, true_on=hearing.listed_on, actor=actor, at=at)
    detail = {"hearing": hearing.pk, "outcome": hearing.outcome, "next": hearing.next_on}
    append("legal.hearing.recorded", actor=actor, at=at, subject=matter.pk, kind="matter", detail=detail)
    return hearing


def _found(hearing_id: UUID, *, actor: Actor, at: datetime) -> tuple[MatterHearing, Matter]:
    hearing = MatterHearing.objects.filter(pk=hearing_id).first()
    if hearing is None:
        raise NoSuchMatter(_("There is no such hearing."))
    return hearing, matter_for(hearing.matter_id, actor=actor, at=at)


def _check(hearing: MatterHearing, said: Mapping[str, Any], today: date) -> None:
    if hearing.listed_on > today:
        raise WrongEntry(_("The hearing has not been yet. If it was taken off the list, move it to its new day."))
    if said["outcome"] == HearingOutcome.ADJOURNED and not said.get("adjourned_by"):
        raise WrongEntry(_("Say by whose act it was adjourned, as the order sheet has it."))
    if said.get("produced") == Produced.NO and not said.get("not_produced_why"):
        raise WrongEntry(_("Say why the person was not produced, or that nobody gave a reason."))
    if said.get("next_on") and said["next_on"] <= hearing.listed_on:
        raise WrongEntry(_("The next day lies after this one."))


def _list_next(hearing: MatterHearing, purpose: str, at: datetime) -> None:
    """The next hearing follows this one: made, moved, or taken off where no day is fixed any more."""
    following = MatterHearing.objects.filter(follows=hearing).first()
    if following is not None and following.recorded_at is not None:
        return
    if hearing.next_on is None:
        if following is not None:
            following.delete()
        return
    there = MatterHearing.objects.filter(matter=hearing.matter_id, listed_on=hearing.next_on, recorded_at=None)
    following = following or there.first()
    if following is None:
        MatterHearing.objects.create(
            matter_id=hearing.matter_id, court_id=hearing.court_id, court_name=hearing.court_name,
            listed_on=hearing.next_on, purpose=purpose, follows=hearing, changed_at=at,
        )  # fmt: skip
        return
    following.listed_on, following.purpose, following.follows, following.changed_at = (
        hearing.next_on, purpose, hearing, at,
    )  # fmt: skip
    save_if_unchanged(following, version=following.version, fields=("listed_on", "purpose", "follows", "changed_at"))


def _tell_record(matter: Matter, *, said: Mapping[str, Any], true_on: date, actor: Actor, at: datetime) -> None:
    """Last and next day in court, the adjournments of the order sheets, and the court's own views, for each client."""
    hearings = list(MatterHearing.objects.filter(matter=matter))
    for party in clients(matter):
        facts = {**_facts(hearings, party, local_day(at), actor, at), **said}
        gone = () if "next_hearing_on" in facts else ("next_hearing_on",)
        if facts or gone:
            say(party, facts, gone=gone, true_on=true_on, actor=actor, at=at)


def _facts(hearings: list[MatterHearing], party: Party, today: date, actor: Actor, at: datetime) -> dict[str, Any]:
    been = [one for one in hearings if one.recorded_at and one.outcome != HearingOutcome.VACATED]
    coming = [one.listed_on for one in hearings if not one.recorded_at and one.listed_on >= today]
    facts: dict[str, Any] = {}
    if coming:
        facts["next_hearing_on"] = min(coming).isoformat()
    if been:
        facts["last_hearing_on"] = max(one.listed_on for one in been).isoformat()
    ours = [_adjournment(one) for one in been if one.outcome == HearingOutcome.ADJOURNED]
    if ours:
        facts["adjournments"] = merged_by_day(ours, case_of(party, actor=actor, at=at).get("adjournments"))
    return facts


def _adjournment(hearing: MatterHearing) -> dict[str, Any]:
    item = {"on": hearing.listed_on.isoformat(), "asked_by": hearing.adjourned_by}
    return {**item, "reason": in_english(hearing.adjourned_why)} if hearing.adjourned_why else item

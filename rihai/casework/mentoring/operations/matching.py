"""What a person wishes; a match is proposed, each side says yes or no, and with two yeses it begins.

What the mentor may see of the person is opened in the act that begins the match and closed in the act that pauses or
ends it (`granting`): it exists exactly while the match runs.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.accounts.operations import notify
from rihai.accounts.operations.house import as_house
from rihai.accounts.queries import is_guarded
from rihai.accounts.standing import local_day
from rihai.casework.cases.models import Case, CaseState
from rihai.casework.mentoring.apart import kept_apart_from
from rihai.casework.mentoring.matching import HINDRANCES, fits, hindrance
from rihai.casework.mentoring.models import MatchState, MentoringWish, MentorMatch, Said, Volunteer, Wants
from rihai.casework.mentoring.models.codes import LIVE
from rihai.casework.mentoring.operations.errors import NoSuchMatch, NotTogether, NotYet, WrongStep, WrongWord
from rihai.casework.mentoring.operations.granting import let_see
from rihai.casework.mentoring.operations.reach import volunteer_for
from rihai.casework.mentoring.queries.reach import matches_for, oversees, proposals_for
from rihai.casework.mentoring.queries.suggesting import mentors_of, side_of
from rihai.casework.mentoring.standing import PLANNED_MONTHS
from rihai.days.calendar import anniversary
from rihai.kit.actor import Actor
from rihai.kit.acts import after, before
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.kit.editing import save_if_unchanged
from rihai.kit.offers import Done
from rihai.people.models import Consent, Person
from rihai.people.operations import give_consent
from rihai.people.queries.people import person_seen

WISHES = ("wants", "languages", "times", "by_phone", "with_sex", "faith", "district", "not_wanted")


@transaction.atomic
def keep_wish(*, person_id: UUID, version: int, said: Mapping[str, Any], actor: Actor, at: datetime) -> MentoringWish:
    """What the person says of a mentor, asked by a caseworker or coordinator; `version` 0 for the first time asked.

    Raises NoSuchMatch, Changed where somebody was quicker.
    """
    person = _asked(person_id, actor=actor, at=at)
    with as_house(at):
        wish = MentoringWish.objects.select_for_update().filter(person=person).first()
        if wish is None:
            wish = MentoringWish(person=person, first_person_id=person.pk)
        for name in WISHES:
            if name in said:
                setattr(wish, name, said[name])
        wish.asked_on, wish.asked_by_name = local_day(at), actor.name[:120]
        if wish._state.adding:
            wish.save(force_insert=True)
        else:
            save_if_unchanged(wish, version=version, fields=[*WISHES, "asked_on", "asked_by_name"])
    detail = {"wants": wish.wants}
    append("casework.mentor_wish.kept", actor=actor, at=at, subject=person.pk, kind="person", detail=detail)
    return wish


@transaction.atomic
def propose_match(*, person_id: UUID, volunteer_id: UUID, actor: Actor, at: datetime) -> MentorMatch:
    """Propose a mentor who may be one today; nobody sees anybody by it yet.

    Raises NoSuchMatch and NoSuchVolunteer, NotYet where vetting, training or agreement do not hold, NotTogether where
    the rules or another part of the house forbid it, WrongStep where the person has a match already.
    """
    if not actor.may("casework.match"):
        raise NoSuchMatch(_("There is no such page."))
    person = _asked(person_id, actor=actor, at=at)
    volunteer = volunteer_for(volunteer_id, actor=actor, at=at)
    _supervised(person.pk, actor)
    on = local_day(at)
    with as_house(at):
        Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
        if MentorMatch.objects.filter(person=person, state__in=LIVE).exists():
            raise WrongStep(_("This person has a match already. End it first, or go on with it."))
        wish = MentoringWish.objects.filter(person=person).first()
        if wish is not None and wish.wants != Wants.YES:
            raise WrongStep(_("This person does not wish for a mentor now. Ask again first."))
        mentor, side = mentors_of([volunteer.pk], on)[0], side_of(person, wish, on)
        _check(hindrance(side, mentor, apart=kept_apart_from(person.pk, on=on)))
    done = Done(
        act="casework.match.proposed", actor=actor, at=at, person_ids=(person.pk,),
        detail={"volunteer": volunteer.pk, "mentor_person": volunteer.person_id},
    )  # fmt: skip
    before(done)
    with as_house(at):
        match = MentorMatch.objects.create(
            person=person, first_person_id=person.pk, volunteer=volunteer, mentor_name=volunteer.name,
            mentor_id=volunteer.account_id, case=_case_of(person), coordinator_id=actor.pk, proposed_on=on,
            reasons=[[one.code, one.fits] for one in fits(side, mentor.side)],
        )  # fmt: skip
    if match.mentor_id:
        notify([match.mentor_id], done.act, url=reverse("casework:mentor-mine"), at=at)
    append(
        done.act, actor=actor, at=at, subject=match.pk, kind="match",
        detail={"volunteer": volunteer.pk, "person": person.pk},
    )  # fmt: skip
    return match


@transaction.atomic
def answer_match(
    *, match_id: UUID, side: str, answer: str, how: str = "", why_not: str = "", actor: Actor, at: datetime
) -> MentorMatch:
    """What one side says: `side` is "person" or "mentor". With two yeses the match begins; with a no it is declined.

    The person's answer is written by whoever matched, with how she was told; the mentor answers herself, or by word of
    mouth to the coordinator. Raises NoSuchMatch, WrongStep, WrongWord, NotYet.
    """
    match = _proposal(match_id, side, actor=actor, at=at)
    if answer not in {Said.YES, Said.NO}:
        raise WrongWord(_("Say yes or no."))
    if side == "person" and answer == Said.YES:
        if not how.strip():
            raise WrongWord(_("Write how the person was told, and how they said yes."))
        match.consent_id = _leave_given(match, how, actor=actor, at=at).pk
    setattr(match, f"{side}_said", answer)
    if answer == Said.NO:
        match.state, match.why_not, match.ended_on = MatchState.DECLINED, why_not[:400], local_day(at)
    begins = match.person_said == match.mentor_said == Said.YES
    if begins:
        _begin(match, actor=actor, at=at)
    fields = ["person_said", "mentor_said", "state", "why_not", "ended_on", "consent_id", "started_on", "planned_until"]
    with as_house(at):
        save_if_unchanged(match, version=match.version, fields=fields)
    act = "begun" if begins else "declined" if answer == Said.NO else "answered"
    done = Done(act=f"casework.match.{act}", actor=actor, at=at, person_ids=(match.person_id,))
    if begins:
        told = {one for one in (match.mentor_id, match.coordinator_id) if one and one != actor.pk}
        notify(told, done.act, url=reverse("casework:mentor-match", args=[match.pk]), at=at)
        after(done)
    append(done.act, actor=actor, at=at, subject=match.pk, kind="match", detail={"side": side, "answer": answer})
    return match


def _asked(person_id: UUID, *, actor: Actor, at: datetime) -> Person:
    """A person the actor sees and may ask. Raises NoSuchMatch."""
    may = oversees(actor) or actor.may("casework.keep")
    person = person_seen(person_id, actor=actor, at=at) if may else None
    if person is None:
        raise NoSuchMatch(_("There is no such person."))
    return person


def _supervised(person_id: UUID, account: Any) -> None:
    """A guarded person is matched by whoever names those who may see her, and by nobody else. Raises NoSuchMatch."""
    if is_guarded(person_id) and not account.may("guarded.assign"):
        raise NotTogether(_("A supervisor has to do this."))


def _check(code: str) -> None:
    if code in {"vetted", "trained", "agreed"}:
        raise NotYet(str(HINDRANCES[code]))
    if code:
        raise NotTogether(_("They are not matched: %(why)s.") % {"why": HINDRANCES[code]})


def _case_of(person: Person) -> Case | None:
    """The newest open case of the person that is seen with her; one of another class is not pointed at."""
    rows = Case.objects.filter(person=person, data_class=DataClass.PERSONAL, state=CaseState.OPEN)
    return rows.order_by("-opened_on", "-pk").first()


def _proposal(match_id: UUID, side: str, *, actor: Actor, at: datetime) -> MentorMatch:
    mine = side == "mentor" and proposals_for(actor).filter(pk=match_id).exists()
    theirs = oversees(actor) and matches_for(actor, at=at).filter(pk=match_id).exists()
    if side not in {"person", "mentor"} or not (mine or theirs):
        raise NoSuchMatch(_("There is no such match."))
    with as_house(at):
        match = MentorMatch.objects.select_for_update().get(pk=match_id)
    if match.state != MatchState.PROPOSED or getattr(match, f"{side}_said"):
        raise WrongStep(_("This was answered already."))
    if side == "person" and match.mentored_by(actor.pk):
        raise WrongStep(_("Nobody writes the person’s answer about themselves. Ask a colleague."))
    return match


def _leave_given(match: MentorMatch, how: str, *, actor: Actor, at: datetime) -> Consent:
    """The person's yes, kept as the leave it is: when it is taken back the match ends."""
    rows = give_consent(
        person_id=match.person_id, purpose=Consent.Purpose.CARE, recipient=_("their mentor, a volunteer of ours"),
        classes=[DataClass.PERSONAL], given_how=how, started_on=local_day(at), actor=actor, at=at,
    )  # fmt: skip
    return rows[0]


def _begin(match: MentorMatch, *, actor: Actor, at: datetime) -> None:
    """Both said yes: it runs from today for six months, if she may still be matched."""
    on = local_day(at)
    with as_house(at):
        volunteer = Volunteer.objects.select_for_update().get(pk=match.volunteer_id)
        mentor = mentors_of([volunteer.pk], on)[0]
        if mentor.lacking:
            raise NotYet(str(HINDRANCES[mentor.lacking[0]]))
        if mentor.is_concern_open:
            raise NotYet(str(HINDRANCES["paused"]))
        _supervised(match.person_id, match.coordinator)
    before(Done(act="casework.match.begun", actor=actor, at=at, detail={"volunteer": match.volunteer_id}))
    match.state, match.started_on, match.planned_until = MatchState.RUNNING, on, anniversary(on, PLANNED_MONTHS)
    let_see(match, actor=actor, at=at)

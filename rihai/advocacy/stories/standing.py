"""Whether a story may be used: leave that holds, for these words; two who checked; a supervisor's decision."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext as _

from rihai.accounts.models import Guarded
from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.advocacy.publications.models import Publication
from rihai.advocacy.scope import SIGN
from rihai.advocacy.stories.models import Story, StoryConsent, StoryPerson, StoryUse, UseDecision, UseState
from rihai.kit.actor import Actor
from rihai.people.models import Consent
from rihai.people.queries.consents import consents_that_hold
from rihai.people.queries.people import age_on

CHECKS = 2
ADULT = 18


def leave_holds(consent: StoryConsent, story: Story, at: datetime) -> bool:
    """Whether her leave holds now: here, and in the record where it stands there."""
    if not consent.holds(local_day(at), at):
        return False
    if consent.consent_id is None:
        return True
    with as_house(at):
        whose = StoryPerson.objects.filter(story=story).values_list("person_id", flat=True).first()
        held = consents_that_hold([whose], purpose=Consent.Purpose.PUBLICITY, on=local_day(at), at=at) if whose else {}
    return any(one.pk == consent.consent_id for rows in held.values() for one in rows)


def must_be_decided(story: Story, consent: StoryConsent, at: datetime) -> bool:
    """Whether a supervisor must decide each use: of a child, a survivor, somebody guarded, somebody whose age nobody
    knows, and where she wishes to be known."""
    with as_house(at):
        whose = StoryPerson.objects.select_related("person").filter(story=story).first()
        if whose is None or whose.is_child or whose.is_survivor or consent.is_named:
            return True
        if whose.person is None:
            return False
        ages = age_on(whose.person, local_day(at))
        is_guarded = Guarded.objects.filter(person_id=whose.person.pk, ended_at=None).exists()
    return is_guarded or ages is None or ages[0] < ADULT


def decided(use: StoryUse) -> UseDecision | None:
    """The last decision that counts: on the words as they stand, and not from before she came into danger."""
    version, since = use.story.version, use.decide_since
    rows = [one for one in use.decisions.all() if one.of_version == version and (since is None or one.at >= since)]
    return rows[0] if rows else None


def may_be_decided(use: StoryUse, actor: Actor, at: datetime) -> bool:
    """Whether a supervisor may decide on a use now: planned, or shown and due because she came into danger since."""
    if not actor.may(SIGN) or actor.pk in {use.owner_id, use.story.by}:
        return False
    if use.state == UseState.PLANNED:
        return use.needs_decision or must_be_decided(use.story, use.consent, at)
    return waits_for_decision(use)


def waits_for_decision(use: StoryUse) -> bool:
    """Whether a use that is shown comes down unless a supervisor decides that it stays; leave taken back decides it."""
    is_open = use.state == UseState.SHOWN and use.consent.withdrawn_at is None
    return is_open and use.decide_since is not None and decided(use) is None


def missing(use: StoryUse, at: datetime, *, alone: bool = False) -> list[str]:
    """What a use still needs before it may be shown, in sentences; nothing: it may be.

    `alone`: for somebody who has still to check it, who is not told what others found.
    """
    story, consent = use.story, use.consent
    if not leave_holds(consent, story, at):
        return [_("Her leave does not hold today.")]
    found = []
    if consent.of_version != story.version:
        found.append(_("The words or pictures changed since she gave leave: they are read to her again first."))
    checks = [one for one in use.checks.all() if one.of_version == story.version]
    if len({one.by for one in checks}) < CHECKS:
        found.append(_("Two people must have checked whether she could be recognised."))
    if not alone and not consent.is_named and any(not one.is_safe for one in checks):
        found.append(_("Somebody who checked it says that she could be recognised: change it, and check again."))
    decision = decided(use)
    if (use.needs_decision or must_be_decided(story, consent, at)) and not (decision and decision.is_allowed):
        found.append(_("A supervisor must decide, by name and with a reason."))
    return found


def missing_in(publication: Publication, at: datetime) -> list[str]:
    """What the stories in a publication still need, with which story it is."""
    uses = StoryUse.objects.filter(publication=publication, state__in=[UseState.PLANNED, UseState.SHOWN])
    with as_house(at):
        rows = uses.select_related("story", "consent").prefetch_related("checks", "decisions")
        return [f"{one.story.code}: {why}" for one in rows for why in missing(one, at)]


def must_come_out(publication: Publication, on: date) -> bool:
    """Whether a story stands in a publication that must be down by a day."""
    with as_house():
        return any(is_due(one, on) for one in StoryUse.objects.filter(publication=publication))


def is_due(use: StoryUse, on: date) -> bool:
    """Whether a use must be down by a day."""
    return use.state == UseState.SHOWN and use.due_on is not None and use.due_on <= on

"""A story is written down in words agreed with her; pictures are added; leave for each use is given and taken back."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F, Max
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.advocacy.errors import NotSo, NotThere
from rihai.advocacy.papers import Given
from rihai.advocacy.scope import TELL
from rihai.advocacy.stories.anew import TAKEN_BACK, decide_anew, tell_owners
from rihai.advocacy.stories.models import (
    Channel,
    Story,
    StoryConsent,
    StoryPerson,
    StoryPicture,
    StoryUse,
    StoryWords,
    UseState,
)
from rihai.advocacy.stories.pictures import plain_picture
from rihai.advocacy.stories.queries import OPEN_USES, story_for
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.kit.editing import save_if_unchanged
from rihai.kit.files import keep
from rihai.people.models import Consent, Person
from rihai.people.operations import give_consent, withdraw_consent
from rihai.people.queries.people import person_seen

OWNER = "advocacy.story"
WORDS, ABOUT = ("title", "called", "says"), ("language", "told_on")
CARE = ("is_child", "is_survivor")
LONGEST_LEAVE = 5 * 366
TRIES = 5


@transaction.atomic
def tell(*, said: Mapping[str, Any], person_id: UUID | None = None, actor: Actor, at: datetime) -> Story:
    """Write a story down. `said`: WORDS, ABOUT, is_child, is_survivor; without a person of the record, name and contact
    of somebody from outside. Raises NotThere for a person the actor does not see, and NotSo."""
    if not actor.may(TELL):
        raise NotThere("story")
    person = person_seen(person_id, actor=actor, at=at) if person_id else None
    if person_id and person is None:
        raise NotThere(_("There is no such person."))
    if person is None and not said.get("name"):
        raise NotSo(_("Say whose story it is; the name is sealed, and seen by nobody but you and who signs."))
    if said["told_on"] > local_day(at):
        raise NotSo(_("This day is still to come; write it once it has been."))
    story = _numbered(said, actor, at)
    _whose(story, person, said, actor)
    StoryWords.objects.create(story=story, **{name: said[name] for name in WORDS})
    append("advocacy.story.told", actor=actor, at=at, subject=story.pk, kind="story")
    return story


def _numbered(said: Mapping[str, Any], actor: Actor, at: datetime) -> Story:
    """A story under the next number; who writes in the same instant gets the one after it. Raises NotSo."""
    for _time in range(TRIES):
        with suppress(IntegrityError), transaction.atomic():
            return Story.objects.create(
                number=_last_number(at) + 1, by=actor.pk, by_name=actor.name[:120], made_at=at,
                **{name: said[name] for name in ABOUT},
            )  # fmt: skip
    raise NotSo(_("Others wrote stories down in the same instant. Nothing was kept; send it again."))


def _last_number(at: datetime) -> int:
    with as_house(at):
        return Story.objects.aggregate(last=Max("number"))["last"] or 0


def _whose(story: Story, person: Person | None, said: Mapping[str, Any], actor: Actor) -> None:
    """Whose it is, in a table of its own."""
    outside = {} if person else {"name": said["name"], "contact": said.get("contact") or None}
    StoryPerson.objects.create(
        story=story, person=person, first_person=person.pk if person else None, kept_by=actor.pk,
        is_child=bool(said.get("is_child")), is_survivor=bool(said.get("is_survivor")), **outside,
    )  # fmt: skip


@transaction.atomic
def change_words(*, story_id: UUID, version: int, said: Mapping[str, Any], actor: Actor, at: datetime) -> Story:
    """Change the words: a new version, whose leave and checks are asked anew. Raises NotThere, Changed.

    `said`: WORDS, ABOUT, and is_child, is_survivor where that is said anew; what is shown is decided anew then.
    """
    story = story_for(story_id, actor=actor, knows=True)
    for name in ABOUT:
        setattr(story, name, said[name])
    save_if_unchanged(story, version=version, fields=list(ABOUT))
    StoryWords.objects.filter(story=story).update(**{name: said[name] for name in WORDS})
    _care(story, said, at)
    append("advocacy.story.changed", actor=actor, at=at, subject=story.pk, kind="story")
    return story


def _care(story: Story, said: Mapping[str, Any], at: datetime) -> None:
    """What asks for care, where it is said otherwise than before."""
    with as_house(at):
        whose = StoryPerson.objects.get(story=story)
        now = {name: bool(said[name]) for name in CARE if name in said}
        more = [name for name, is_so in now.items() if is_so and not getattr(whose, name)]
        for name, is_so in now.items():
            setattr(whose, name, is_so)
        whose.save(update_fields=list(now))
        if more:
            decide_anew([story.pk], at)


@transaction.atomic
def add_picture(*, story_id: UUID, file: Given | None, says: str, actor: Actor, at: datetime) -> StoryPicture:
    """Add a photograph, with nothing of what its camera wrote into it; a new version. Raises NotThere, NotSo,
    FileRefused."""
    story = story_for(story_id, actor=actor, knows=True)
    if file is None:
        raise NotSo(_("Give the photograph."))
    name = f"{story.code}-{story.pictures.count() + 1}.jpg"
    stored = keep(plain_picture(file[1]), name=name, data_class=DataClass.PERSONAL, actor=actor, at=at, owner=OWNER)
    made = StoryPicture.objects.create(story=story, file=stored, says=says[:200], by_name=actor.name[:120], at=at)
    save_if_unchanged(story, version=story.version, fields=["language"])
    append("advocacy.picture.added", actor=actor, at=at, subject=story.pk, kind="story")
    return made


@transaction.atomic
def give_leave(*, story_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> StoryConsent:
    """She allows one channel for a time, after the words were read to her as they stand.

    `said`: channel, says, given_how, read_on, witness, started_on, ended_on, is_named. Of a person of the record the
    consent is kept in the record too, and ends with it; there it tells the channel and not which story, since more
    people read the record than know whose story is whose. Raises NotThere, NotSo.
    """
    story = story_for(story_id, actor=actor, knows=True)
    first, end = said["started_on"], said["ended_on"]
    if end <= first or (end - first).days > LONGEST_LEAVE:
        raise NotSo(_("Leave is given for a time: at least a day, at most five years. She can give it again."))
    if said["read_on"] > local_day(at) or said["read_on"] < story.told_on:
        raise NotSo(_("The words are read to her after she told them, and before she gives leave."))
    whose = StoryPerson.objects.get(story=story)
    consent_id = None
    if whose.person_id:
        channel = Channel(said["channel"])
        rows = give_consent(
            person_id=whose.person_id, purpose=Consent.Purpose.PUBLICITY,
            recipient=str(channel.label), classes={DataClass.PERSONAL},
            given_how=said["given_how"], started_on=first, ended_on=end, actor=actor, at=at,
        )  # fmt: skip
        consent_id = rows[0].pk
    made = StoryConsent.objects.create(
        story=story, channel=said["channel"], says=said.get("says") or "", given_how=said["given_how"],
        read_on=said["read_on"], witness=said.get("witness") or "", started_on=first, ended_on=end,
        is_named=bool(said.get("is_named")), of_version=story.version, consent_id=consent_id,
        by_name=actor.name[:120], at=at,
    )  # fmt: skip
    detail = {"channel": str(made.channel), "until": end, "named": made.is_named}
    append("advocacy.leave.given", actor=actor, at=at, subject=story.pk, kind="story", detail=detail)
    return made


@transaction.atomic
def read_again(*, consent_id: UUID, on: date, actor: Actor, at: datetime) -> StoryConsent:
    """The changed words were read to her and her leave holds for them too. Raises NotThere, NotSo."""
    consent = _consent(consent_id, actor)
    if not consent.holds(local_day(at), at) or on > local_day(at):
        raise NotSo(_("This leave does not hold today; she can give it anew."))
    consent.of_version, consent.read_on = consent.story.version, on
    consent.save(update_fields=["of_version", "read_on"])
    append("advocacy.leave.renewed", actor=actor, at=at, subject=consent.story_id, kind="story")
    return consent


@transaction.atomic
def take_back(*, consent_id: UUID, actor: Actor, at: datetime) -> StoryConsent:
    """She takes her leave back: from this moment it covers nothing, and every place it was used must be cleared.

    Raises NotThere, NotSo.
    """
    consent = _consent(consent_id, actor)
    if consent.withdrawn_at is not None:
        raise NotSo(_("It was taken back already."))
    if consent.consent_id:
        withdraw_consent(consent_id=consent.consent_id, actor=actor, at=at)
    else:
        stop(consent, at)
    append("advocacy.leave.taken_back", actor=actor, at=at, subject=consent.story_id, kind="story")
    consent.refresh_from_db()
    return consent


def stop(consent: StoryConsent, at: datetime) -> None:
    """Leave that was taken back covers nothing: what was planned is cancelled, what is shown is due to come down, and
    whoever sees to that is told.

    In a publication it may stand in the file already: its use stays, and holds the signature up, until somebody says
    that it was taken out. The leave is written first: whoever shows a use holds its row meanwhile.
    """
    today = local_day(at)
    StoryConsent.objects.filter(pk=consent.pk).update(withdrawn_at=at)
    uses, later = StoryUse.objects.filter(consent=consent), F("version") + 1
    planned = uses.filter(state=UseState.PLANNED)
    planned.filter(publication=None).update(state=UseState.CANCELLED, done_on=today, version=later)
    uses.filter(state__in=OPEN_USES).update(due_on=today, version=later)
    tell_owners(uses.filter(state__in=OPEN_USES), TAKEN_BACK, at)


def _consent(consent_id: UUID, actor: Actor) -> StoryConsent:
    consent = StoryConsent.objects.select_related("story").filter(pk=consent_id).first()
    if consent is None:
        raise NotThere(_("There is no such leave."))
    consent.story = story_for(consent.story_id, actor=actor, knows=True)
    return consent

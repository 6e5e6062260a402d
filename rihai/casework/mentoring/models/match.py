"""A person's wishes, the match of a person and a mentor, their meetings, and what somebody is worried about."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.core.validators import MaxValueValidator
from django.db import models

from rihai.accounts.models import Account
from rihai.casework.cases.models import Case
from rihai.casework.mentoring.models.codes import (
    About,
    Ending,
    Faith,
    How,
    MatchState,
    Outcome,
    Pausing,
    Said,
    Topic,
    Wants,
    WithSex,
)
from rihai.casework.mentoring.models.volunteer import A_DAY, Volunteer
from rihai.kit.classes import DataClass
from rihai.kit.ids import new_id
from rihai.kit.sealed import SealedText
from rihai.people.models import Person
from rihai.places.models import Place

CONCERN_SEAL = "casework.concern.what"
"""The fixed label under which concerns are sealed; never to be changed."""


class _OfPerson(models.Model):
    """A row about a person; `first_person_id` is who she was when it was written, so that a merge can be undone."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    first_person_id = models.UUIDField()
    data_class = models.CharField(max_length=8, default=DataClass.PERSONAL)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.pk)


class MentoringWish(_OfPerson):
    """Whether a person wishes for a mentor, and for whom; the newest counts."""

    wants = models.CharField(max_length=6, choices=Wants.choices)
    languages = models.JSONField(default=list)
    times = models.JSONField(default=list)
    by_phone = models.BooleanField(default=False)
    with_sex = models.CharField(max_length=8, choices=WithSex.choices, default=WithSex.ANY)
    faith = models.CharField(max_length=10, choices=Faith.choices, default=Faith.NO_MATTER)
    district = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="+")
    not_wanted = models.CharField(max_length=400, blank=True)
    asked_on = models.DateField()
    asked_by_name = models.CharField(max_length=120)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta(_OfPerson.Meta):
        ordering = ("-asked_on", "-id")


class MentorMatch(_OfPerson):
    """A person and a mentor: proposed, both say yes, running, perhaps paused, ended; one before and after release.

    `mentor_name` is the volunteer's, for those who see the match and not her file; `mentor` is her account. The key of
    the row is the ground of what she and the coordinator are granted, which exists exactly while the match runs.
    `consent_id` is the leave the person gave by saying yes; when it is taken back the match ends.
    """

    volunteer = models.ForeignKey(Volunteer, on_delete=models.PROTECT, related_name="matches")
    mentor_name = models.CharField(max_length=120)
    mentor = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.SET_NULL, null=True, related_name="+")
    coordinator = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=MatchState.choices, default=MatchState.PROPOSED)
    reasons = models.JSONField(default=list)
    proposed_on = models.DateField()
    person_said = models.CharField(max_length=4, choices=Said.choices, blank=True)
    mentor_said = models.CharField(max_length=4, choices=Said.choices, blank=True)
    why_not = models.CharField(max_length=400, blank=True)
    consent_id = models.UUIDField(null=True)
    started_on = models.DateField(null=True)
    planned_until = models.DateField(null=True)
    next_on = models.DateField(null=True)
    pausing = models.CharField(max_length=12, choices=Pausing.choices, blank=True)
    paused_on = models.DateField(null=True)
    paused_why = models.CharField(max_length=400, blank=True)
    ending = models.CharField(max_length=12, choices=Ending.choices, blank=True)
    ended_on = models.DateField(null=True)
    ended_why = models.CharField(max_length=400, blank=True)
    last_meeting_on = models.DateField(null=True)
    what_next = models.CharField(max_length=400, blank=True)
    call_by = models.DateField(null=True)
    called_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta(_OfPerson.Meta):
        ordering = ("-proposed_on", "-id")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["person", "state"], name="casework_match_person"),
            models.Index(fields=["mentor", "state"], name="casework_match_mentor"),
        ]

    @property
    def is_live(self) -> bool:
        """Whether it is neither declined nor ended."""
        return self.state in {MatchState.PROPOSED, MatchState.RUNNING, MatchState.PAUSED}

    def mentored_by(self, account_id: UUID) -> bool:
        """Whether an account is the mentor of it."""
        return self.mentor_id == account_id


class MentorMeeting(_OfPerson):
    """One meeting or an attempt: when, how, how long, a heading. `key` is made by the page: twice sent, once kept."""

    match = models.ForeignKey(MentorMatch, on_delete=models.CASCADE, related_name="meetings")
    key = models.UUIDField(unique=True)
    on = models.DateField()
    how = models.CharField(max_length=8, choices=How.choices)
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    minutes = models.PositiveIntegerField(default=0, validators=[MaxValueValidator(A_DAY)])
    topic = models.CharField(max_length=10, choices=Topic.choices, blank=True)
    risk = models.BooleanField(default=False)
    before_release = models.BooleanField()
    by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta(_OfPerson.Meta):
        ordering = ("-on", "-id")
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["match", "-on"], name="casework_meeting_match")]


class MentorConcern(_OfPerson):
    """What somebody is worried about, for the coordinator and the supervisor alone; sealed where it is kept.

    `about_account_id` is the mentor's own account where it is about the mentor: whoever that is never reads it.
    """

    match = models.ForeignKey(MentorMatch, on_delete=models.CASCADE, related_name="concerns")
    about = models.CharField(max_length=8, choices=About.choices)
    about_account_id = models.UUIDField(null=True)
    what = SealedText(seal=CONCERN_SEAL)
    raised_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    raised_by_name = models.CharField(max_length=120)
    raised_at = models.DateTimeField()
    settled_on = models.DateField(null=True)
    settled_by_name = models.CharField(max_length=120, blank=True)
    outcome = models.CharField(max_length=400, blank=True)

    class Meta(_OfPerson.Meta):
        ordering = ("-raised_at", "-id")

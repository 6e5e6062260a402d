"""A volunteer, and what was looked at before she may meet anybody: references, checks, decision, training, agreement.

Volunteers are seen by whoever coordinates or supervises where they mentor (`queries.reach.volunteers_for`); of herself
a volunteer sees her own row, and never what a reference said.
"""

from __future__ import annotations

from typing import ClassVar

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account
from rihai.casework.mentoring.models.codes import (
    Answer,
    CheckKind,
    CheckResult,
    Faith,
    Ground,
    Once,
    Signed,
    SupervisionKind,
    VolunteerState,
    WithSex,
)
from rihai.kit.ids import new_id
from rihai.kit.sealed import SealedText
from rihai.people.models import Person, Sex
from rihai.places.models import Place

PHONE_SEAL, CASES_SEAL, REFERENCE_SEAL = (
    "casework.volunteer.phone", "casework.volunteer.cases", "casework.reference.phone",
)  # fmt: skip
"""The fixed labels under which these are sealed; never to be changed."""
A_DAY = 1440


class Volunteer(models.Model):
    """Somebody who offers to be a mentor, at one place.

    `person` is her own record with us where she was inside and allows it to be used, so that she is never matched
    within her own case; `own_cases` are the FIRs she has to do with, as accused, complainant or witness, one a line.
    `vetted_until`, `trained_until` and `agreed_until` are the first days on which each no longer holds, kept by the
    acts that renew them.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(_("name"), max_length=120)
    phone = SealedText(seal=PHONE_SEAL, null=True)
    sex = models.CharField(_("sex"), max_length=12, choices=Sex.choices)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    district = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="+")
    languages = models.JSONField(default=list)
    times = models.JSONField(default=list)
    by_phone = models.BooleanField(default=False)
    with_sex = models.CharField(max_length=8, choices=WithSex.choices, default=WithSex.ANY)
    faith = models.CharField(max_length=10, choices=Faith.choices, default=Faith.NO_MATTER)
    not_wanted = models.CharField(max_length=400, blank=True)
    motive = models.CharField(max_length=1000, blank=True)
    was_inside = models.CharField(max_length=4, choices=Once.choices, blank=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    first_person_id = models.UUIDField(null=True)
    own_cases = SealedText(seal=CASES_SEAL, null=True)
    account = models.OneToOneField(Account, on_delete=models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=10, choices=VolunteerState.choices, default=VolunteerState.APPLIED)
    applied_on = models.DateField()
    vetted_until = models.DateField(null=True)
    trained_until = models.DateField(null=True)
    agreed_until = models.DateField(null=True)
    left_on = models.DateField(null=True)
    left_why = models.CharField(max_length=400, blank=True)
    made_by_name = models.CharField(max_length=120, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("name", "id")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["place", "state"], name="casework_volunteer_place")
        ]

    def __str__(self) -> str:
        return str(self.pk)


class _OfVolunteer(models.Model):
    """A row of a volunteer's file, with who wrote it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    volunteer = models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="%(class)s_rows")
    by_name = models.CharField(max_length=120, blank=True)
    made_at = models.DateTimeField()

    class Meta:
        abstract = True
        ordering = ("made_at", "id")

    def __str__(self) -> str:
        return str(self.pk)


class MentorReference(_OfVolunteer):
    """Somebody who knows the volunteer and was asked; two speak for her before she is accepted."""

    name = models.CharField(max_length=120)
    relation = models.CharField(max_length=120)
    phone = SealedText(seal=REFERENCE_SEAL, null=True)
    asked_on = models.DateField()
    answer = models.CharField(max_length=8, choices=Answer.choices, blank=True)
    said = models.CharField(max_length=400, blank=True)
    answered_on = models.DateField(null=True)


class MentorCheck(_OfVolunteer):
    """One thing looked at: identity, interview, police certificate, code of conduct; the newest of a kind counts."""

    kind = models.CharField(max_length=10, choices=CheckKind.choices)
    result = models.CharField(max_length=8, choices=CheckResult.choices)
    on = models.DateField()
    note = models.CharField(max_length=400, blank=True)


class MentorDecision(_OfVolunteer):
    """Whether she is accepted, until when; and if not, on which ground, which is never a record alone."""

    accepted = models.BooleanField()
    ground = models.CharField(max_length=12, choices=Ground.choices, blank=True)
    seen_on = models.DateField(null=True)
    reason = models.CharField(max_length=400, blank=True)
    decided_on = models.DateField()
    until = models.DateField(null=True)
    despite_record = models.BooleanField(default=False)


class MentorTraining(_OfVolunteer):
    """Hours of training on one day, and what was taught."""

    on = models.DateField()
    hours = models.DecimalField(max_digits=4, decimal_places=1)
    topics = models.JSONField(default=list)
    given_by = models.CharField(max_length=120, blank=True)


class MentorAgreement(_OfVolunteer):
    """The agreement of mentor and office, signed for a time."""

    signed_on = models.DateField()
    signed_how = models.CharField(max_length=10, choices=Signed.choices)
    until = models.DateField()


class MentorSupervision(_OfVolunteer):
    """A time at which a mentor was supervised; once a month each."""

    on = models.DateField()
    minutes = models.PositiveIntegerField(validators=[MaxValueValidator(A_DAY)])
    kind = models.CharField(max_length=6, choices=SupervisionKind.choices)
    note = models.CharField(max_length=400, blank=True)

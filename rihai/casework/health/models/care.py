"""Needs of health in outline, what is done about them, and what must go on after the gate; class health throughout.

No file of a hospital is kept here: what is written serves whoever has to see to it that care is given and goes on
(Nelson Mandela Rules 24, 26, 31; rule 24(2): continuity also after release).
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.kit.due import Due
from rihai.kit.ids import new_id
from rihai.kit.sealed import SealedText
from rihai.people.models import Person

NEED_SEAL, APPOINTMENT_SEAL, REFERRAL_SEAL = "casework.need.text", "casework.appointment.text", "casework.referral.text"
"""The fixed labels under which words are sealed; never to be changed."""


class Kind(models.TextChoices):
    """What a need is about, in outline."""

    TUBERCULOSIS = "tuberculosis", _("tuberculosis")
    HIV = "hiv", _("HIV")
    HEPATITIS = "hepatitis", _("hepatitis B or C")
    DIABETES = "diabetes", _("diabetes")
    HEART = "heart", _("blood pressure or heart")
    BREATHING = "breathing", _("asthma or breathing")
    EPILEPSY = "epilepsy", _("epilepsy")
    KIDNEY = "kidney", _("kidneys")
    CANCER = "cancer", _("cancer")
    SKIN = "skin", _("scabies or skin")
    EYES_TEETH = "eyes_teeth", _("eyes, ears or teeth")
    INJURY = "injury", _("an injury or a wound")
    DISABILITY = "disability", _("a disability, and what helps with it")
    MENTAL = "mental", _("mental health")
    DRUGS = "drugs", _("drugs or alcohol, withdrawal, methadone")
    REPRODUCTIVE = "reproductive", _("reproductive health")
    NUTRITION = "nutrition", _("food or weight")
    OTHER = "other", _("something else")


class State(models.TextChoices):
    """Where a need stands."""

    SUSPECTED = "suspected", _("suspected, to be examined")
    CONFIRMED = "confirmed", _("confirmed, no treatment yet")
    TREATED = "treated", _("under treatment")
    REFUSED = "refused", _("does not want treatment")
    SETTLED = "settled", _("settled")


class HealthNeed(models.Model):
    """One need: what it is, in outline, and what must not stop.

    `goes_on` is what she needs from the day of release on (medicine, dose, where), `days_of_medicine` how many days of
    it are given along. `history` is what stood before each change, as JSON under the seal.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_for = models.UUIDField()
    kind = models.CharField(max_length=14, choices=Kind.choices)
    state = models.CharField(max_length=10, choices=State.choices, default=State.SUSPECTED)
    outline = SealedText(seal=NEED_SEAL, null=True)
    treatment = SealedText(seal=NEED_SEAL, null=True)
    goes_on = SealedText(seal=NEED_SEAL, null=True)
    days_of_medicine = models.PositiveSmallIntegerField(null=True)
    started_on = models.DateField()
    settled_on = models.DateField(null=True)
    review_on = models.DateField(null=True, db_index=True)
    answer_id = models.UUIDField(null=True)
    written_by = models.UUIDField()
    written_by_name = models.CharField(max_length=120)
    written_at = models.DateTimeField()
    history = SealedText(seal=NEED_SEAL, null=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("settled_on", "-started_on", "-id")

    def __str__(self) -> str:
        return str(self.pk)

    def __repr__(self) -> str:
        return f"<HealthNeed {self.pk}>"


class How(models.TextChoices):
    """How she is seen."""

    IN_PERSON = "in_person", _("in person")
    PHONE = "phone", _("by phone")
    VIDEO = "video", _("by video")


class Met(models.TextChoices):
    """What came of an appointment."""

    KEPT = "kept", _("they were seen")
    NOT_BROUGHT = "not_brought", _("the prison did not bring them")
    NO_ESCORT = "no_escort", _("no escort or no vehicle")
    AWAY = "away", _("the doctor was not there")
    NO_LINE = "no_line", _("no connection")
    SHE_DID_NOT = "she_did_not", _("they did not want to")
    COURT = "court", _("they were at court")
    CANCELLED = "cancelled", _("called off")


class Appointment(Due):
    """One appointment; `due_on` is its day, `done_on` the day on which somebody wrote what came of it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_for = models.UUIDField()
    need = models.ForeignKey(HealthNeed, on_delete=models.PROTECT, null=True, related_name="appointments")
    how = models.CharField(max_length=10, choices=How.choices, default=How.IN_PERSON)
    at_time = models.TimeField(null=True)
    with_whom = models.CharField(max_length=120)
    where = models.CharField(max_length=160, blank=True)
    met = models.CharField(max_length=12, choices=Met.choices, blank=True)
    came_of_it = SealedText(seal=APPOINTMENT_SEAL, null=True)
    written_by = models.UUIDField()
    written_by_name = models.CharField(max_length=120)
    written_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("due_on", "at_time", "id")

    def __str__(self) -> str:
        return str(self.pk)


class ReferralState(models.TextChoices):
    """Where a referral stands."""

    SENT = "sent", _("sent, no answer yet")
    ACCEPTED = "accepted", _("accepted")
    REFUSED = "refused", _("refused")
    DONE = "done", _("done")
    STOPPED = "stopped", _("stopped: the consent was taken back")
    REVOKED = "revoked", _("taken back by us")


class HealthReferral(Due):
    """A need put before the health department or a hospital, with her consent; `due_on`: an answer is asked for by.

    `told` is what they were told, no more than the receiver needs; it is kept as it was sent.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_for = models.UUIDField()
    need = models.ForeignKey(HealthNeed, on_delete=models.PROTECT, related_name="referrals")
    receiver = models.CharField(max_length=160)
    told = SealedText(seal=REFERRAL_SEAL)
    consent_id = models.UUIDField(db_index=True)
    state = models.CharField(max_length=10, choices=ReferralState.choices, default=ReferralState.SENT)
    sent_on = models.DateField()
    answer = SealedText(seal=REFERRAL_SEAL, null=True)
    written_by = models.UUIDField()
    written_by_name = models.CharField(max_length=120)
    written_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1, editable=False)

    OPEN: ClassVar[Any] = (ReferralState.SENT, ReferralState.ACCEPTED)

    class Meta:
        ordering = ("-sent_on", "-id")

    def __str__(self) -> str:
        return str(self.pk)

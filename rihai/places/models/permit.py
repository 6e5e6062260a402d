"""Our leave to work at a place: asked, given, refused, expired."""

from __future__ import annotations

from datetime import date, timedelta
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.kit.files.models import StoredFile
from rihai.kit.ids import new_id
from rihai.places.models.place import Place

RENEW_DAYS = 60  # a renewal falls due so many days before the leave expires
ANSWER_DAYS = 30  # after so many days without an answer we ask again


class PermitKind(models.TextChoices):
    """In what form the leave is given."""

    MEMORANDUM = "memorandum", _("memorandum of understanding")
    PASSES = "passes", _("passes for named people")
    LETTER = "letter", _("letter of permission")


class PermitState(models.TextChoices):
    """Where the matter stands."""

    ASKED = "asked", _("asked")
    GIVEN = "given", _("given")
    REFUSED = "refused", _("refused")
    EXPIRED = "expired", _("expired")


class Permit(models.Model):
    """One leave, from asking to its end; a renewal is a new one that names the old."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="permits")
    kind = models.CharField(max_length=12, choices=PermitKind.choices)
    covers = models.CharField(max_length=300, blank=True)
    asked_of = models.CharField(max_length=160)
    asked_on = models.DateField()
    state = models.CharField(max_length=8, choices=PermitState.choices, default=PermitState.ASKED)
    answered_on = models.DateField(null=True, blank=True)
    expires_on = models.DateField(null=True, blank=True)
    reference = models.CharField(max_length=80, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    # The paper itself, sealed; kept by kit/files, read by whoever may see to leaves.
    paper = models.ForeignKey(StoredFile, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    renews = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="renewals")
    # Who sees to it. Not a foreign key: the room of accounts stands above this one.
    owner_id = models.UUIDField(null=True, editable=False)
    owner_name = models.CharField(max_length=120, blank=True, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["state", "expires_on"]),
            models.Index(fields=["place", "-asked_on"]),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.get_state_display()}"

    def state_on(self, day: date) -> PermitState:
        """Where it stands on a day, also when the clock has not yet been heard."""
        if self.state == PermitState.GIVEN and self.expires_on and self.expires_on < day:
            return PermitState.EXPIRED
        return PermitState(self.state)

    def renewal_due_on(self) -> date | None:
        """The day from which its renewal is to be asked; None where it has no end or was not given."""
        if self.expires_on is None or self.state not in {PermitState.GIVEN, PermitState.EXPIRED}:
            return None
        return self.expires_on - timedelta(days=RENEW_DAYS)

    def days_left(self, day: date) -> int | None:
        """Days on which it still holds after `day`; below nought when it has expired; None without an end."""
        return None if self.expires_on is None else (self.expires_on - day).days

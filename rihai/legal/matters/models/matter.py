"""A matter: its code, its team and its parties, the checks for conflict, and the time spent on it.

Privileged: a row is seen by the team alone (`walls.py`, `queries.reach`). To everybody else of the person there is only
that she is represented.
"""

from __future__ import annotations

from typing import ClassVar

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account
from rihai.kit.ids import new_id
from rihai.kit.sealed import BlindIndex, SealedText
from rihai.legal.matters.models.codes import Kind, LegalGround, Outcome, Side, Stage, State, TeamRole
from rihai.people.models import Person
from rihai.places.models import Place

NAME_SEAL, NUMBER_SEAL, KEY_SEAL = "legal.party.name", "legal.party.number", "legal.party.key"
"""The fixed labels under which parties are sealed; never to be changed."""


class MatterYear(models.Model):
    """The last number given in a year."""

    year = models.PositiveSmallIntegerField(primary_key=True)
    last = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.year}: {self.last}"


class Matter(models.Model):
    """Our file for advice or representation, known outside the team by its code alone."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    code = models.CharField(max_length=16, unique=True)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    stage = models.CharField(max_length=14, choices=Stage.choices)
    ground = models.CharField(max_length=14, choices=LegalGround.choices)
    counsel = models.CharField(max_length=120, blank=True)
    panel = models.CharField(max_length=160, blank=True)
    court = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    court_name = models.CharField(max_length=160, blank=True)
    number_in_court = models.CharField(max_length=80, blank=True)
    note = models.TextField(max_length=4000, blank=True)
    opened_on = models.DateField()
    closed_on = models.DateField(null=True)
    outcome = models.CharField(max_length=12, choices=Outcome.choices, blank=True)
    closing_reason = models.CharField(max_length=400, blank=True)
    made_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("-made_at", "-id")

    def __str__(self) -> str:
        return self.code

    @property
    def court_text(self) -> str:
        """The court as it is shown."""
        return self.court.shown if self.court else self.court_name


class TeamMember(models.Model):
    """Somebody who sees the matter, from a moment until another; the key of the row is the ground of their grants."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    matter = models.ForeignKey(Matter, on_delete=models.CASCADE, related_name="team")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=10, choices=TeamRole.choices)
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    added_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("started_at", "id")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["account", "matter"], name="legal_teammember_account")
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["matter", "account"], condition=Q(ended_at=None), name="legal_teammember_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Party(models.Model):
    """Somebody in a matter: our client, who is a person of the record, or another whose name and number stand sealed.

    `case_id` names the client's criminal case that the matter is about. `first_person_id` is the person the client was
    when added, so that what a merge moved can be put back.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    matter = models.ForeignKey(Matter, on_delete=models.CASCADE, related_name="parties")
    side = models.CharField(max_length=12, choices=Side.choices)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    first_person_id = models.UUIDField(null=True)
    case_id = models.CharField(max_length=200, blank=True)
    name = SealedText(seal=NAME_SEAL, null=True)
    number = SealedText(seal=NUMBER_SEAL, null=True)
    number_index = BlindIndex(of="number", seal=NUMBER_SEAL)
    added_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("added_at", "id")

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def shown(self) -> str:
        """The name, as far as whoever fetched the person sees them."""
        if self.side != Side.CLIENT:
            return self.name or gettext("Name not known")
        return (self.person.full_name if self.person else "") or gettext("client whose name you do not see")


class PartyKey(models.Model):
    """A key of a party's name, blinded: found by the house alone, when another matter is checked."""

    party = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="keys")
    key = models.BinaryField(max_length=16, db_index=True)

    def __str__(self) -> str:
        return str(self.party_id)


class ConflictCheck(models.Model):
    """A conflict was found possible, and the panel lead must decide; the team sees no more of it than this row."""

    class Decision(models.TextChoices):
        """What the panel lead decided."""

        GO_ON = "go_on", _("the matter may go on")
        DECLINE = "decline", _("we do not act")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    matter = models.ForeignKey(Matter, on_delete=models.CASCADE, related_name="conflicts")
    party = models.ForeignKey(Party, on_delete=models.CASCADE, null=True, related_name="+")
    asked_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    decision = models.CharField(max_length=8, choices=Decision.choices, blank=True)
    reason = models.CharField(max_length=400, blank=True)
    decided_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("asked_at", "id")

    def __str__(self) -> str:
        return str(self.pk)


class ConflictHit(models.Model):
    """What the check met, for the panel lead alone: the other matter's code and the two sides; no name, no number."""

    check_row = models.ForeignKey(ConflictCheck, on_delete=models.CASCADE, related_name="hits")
    code = models.CharField(max_length=16)
    lead = models.CharField(max_length=160, blank=True)
    here = models.CharField(max_length=12, choices=Side.choices)
    there = models.CharField(max_length=12, choices=Side.choices)
    by_number = models.BooleanField()

    class Meta:
        ordering = ("code", "id")

    def __str__(self) -> str:
        return self.code


class TimeEntry(models.Model):
    """Time spent, and money spent, on a matter."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    matter = models.ForeignKey(Matter, on_delete=models.CASCADE, related_name="time_entries")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    minutes = models.PositiveIntegerField(default=0, validators=[MaxValueValidator(1440)])
    what = models.CharField(max_length=200)
    cost = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    cost_for = models.CharField(max_length=120, blank=True)
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("-on", "-id")

    def __str__(self) -> str:
        return str(self.pk)

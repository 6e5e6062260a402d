"""The parts of an incident: who it happened to, who is said to have done it, what was done, who said so.

All words stand under the seal. Whom an incident that is not sealed happened to may be joined to a person in the open;
of a sealed one the person stands under the seal too, found by a blind index. Alleged perpetrators and sources are for
the team alone, of every incident, and go into nothing that leaves.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.kit.ids import new_id
from rihai.kit.sealed import BlindIndex, SealedText
from rihai.monitoring.incidents.classes import sub_title
from rihai.monitoring.incidents.models.incident import SEAL, Incident
from rihai.people.models import Person

SUBJECT_SEAL = "monitoring.incident.subject"


class Part(models.Model):
    """A part of an incident, and who wrote it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    written_by_name = models.CharField(max_length=120)
    written_at = models.DateTimeField()

    class Meta:
        abstract = True
        ordering: ClassVar[tuple[str, ...]] = ("written_at", "id")

    def __str__(self) -> str:
        return str(self.pk)


class IncidentVictim(Part):
    """Somebody it happened to: under a name, or under what they are called here, which may be a code.

    `first_person` and `first_subject` are whom it was written for, so that parting two persons gives it back.
    """

    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, related_name="victims")
    called = SealedText(seal=SEAL)
    words = SealedText(seal=SEAL, null=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    first_person = models.UUIDField(null=True)
    subject = SealedText(seal=SUBJECT_SEAL, null=True)
    subject_index = BlindIndex(of="subject", seal=SUBJECT_SEAL, normaliser="folded")
    first_subject = SealedText(seal=SUBJECT_SEAL, null=True)

    class Meta(Part.Meta):
        pass

    @property
    def is_named(self) -> bool:
        """Whether it is joined to a person."""
        return self.person_id is not None or self.subject is not None


class ActorType(models.TextChoices):
    """Who acted, apart from what was done."""

    STAFF = "staff", _("staff")
    PRISONER = "prisoner", _("another prisoner")
    GROUP = "group", _("a group of prisoners")
    POLICE = "police", _("police or another agency")
    SYSTEM = "system", _("the system, or something left undone")
    SELF = "self", _("the person")
    UNKNOWN = "unknown", _("not known")


class AllegedPerpetrator(Part):
    """Who is said to have done it. Presumed innocent; shown to the team alone, and in nothing that leaves."""

    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, related_name="perpetrators")
    kind = SealedText(seal=SEAL)
    rank = SealedText(seal=SEAL, null=True)
    unit = SealedText(seal=SEAL, null=True)
    name = SealedText(seal=SEAL, null=True)

    class Meta(Part.Meta):
        pass

    @property
    def kind_word(self) -> str:
        """Who acted, in words."""
        return str(ActorType(self.kind or "").label)

    @property
    def shown(self) -> str:
        """In one line, for the team."""
        known = ", ".join(one for one in (self.rank, self.unit, self.name) if one)
        return f"{self.kind_word}: {known}" if known else self.kind_word


class ViolationAct(Part):
    """One thing that was done, to somebody, by somebody where that is known."""

    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, related_name="acts")
    sub = SealedText(seal=SEAL)
    says = SealedText(seal=SEAL, null=True)
    victim = models.ForeignKey(IncidentVictim, on_delete=models.PROTECT, null=True, related_name="acts")
    perpetrator = models.ForeignKey(AllegedPerpetrator, on_delete=models.PROTECT, null=True, related_name="acts")

    class Meta(Part.Meta):
        pass

    @property
    def title(self) -> str:
        """What was done, in the reader's language."""
        return sub_title(self.sub or "")


class SourceKind(models.TextChoices):
    """Who said so."""

    VICTIM = "victim", _("whom it happened to")
    WITNESS = "witness", _("a witness")
    FAMILY = "family", _("the family")
    STAFF = "staff", _("somebody of the staff")
    LAWYER = "lawyer", _("a lawyer")
    PAPER = "paper", _("a paper or register")
    MEDIA = "media", _("media")
    OTHER = "other", _("somebody else")


class IncidentSource(Part):
    """Who said so, and in which words. Shown to the team alone."""

    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, related_name="sources")
    kind = SealedText(seal=SEAL)
    called = SealedText(seal=SEAL, null=True)
    words = SealedText(seal=SEAL)

    class Meta(Part.Meta):
        pass

    @property
    def kind_word(self) -> str:
        """Who said so, in words."""
        return str(SourceKind(self.kind or "").label)

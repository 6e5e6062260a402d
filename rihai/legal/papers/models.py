"""What is kept of papers: petitions with the facts they stand on, packs for receivers, and what was shared with whom.

Every row about a person says whose it was when it was written (`first_person`), so that two persons who turn out to be
two after all get back their own.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.kit.files import StoredFile
from rihai.kit.ids import new_id
from rihai.kit.links import TimedLink
from rihai.kit.sealed import SealedText
from rihai.legal.matters.models import Matter
from rihai.people.models import Person
from rihai.places.models import Place


class OfPerson(models.Model):
    """A row about a person; `first_person` is whose it was when it was written."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    first_person = models.UUIDField(editable=False)

    class Meta:
        abstract = True


class OfMatter(OfPerson):
    """A row of a petition; one drawn up for a matter says so in each, and is seen by its team alone."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        abstract = True


class Petition(OfMatter):
    """A petition or letter drawn up for a person in a case, from a template, under a provision. Privileged.

    Whether it is a draft is not kept: it is one as long as any of its facts is not confirmed as it stands now.
    `court` is the heading a lawyer wrote over ours; `added` what they added to the grounds.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    template = models.CharField(max_length=40)
    provision = models.CharField(max_length=80, blank=True)
    case_id = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=8)
    court = models.CharField(max_length=200, blank=True)
    counsel = models.CharField(max_length=120, blank=True)
    added = SealedText(seal="legal.petition.added", null=True)
    made_by = models.UUIDField()
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    filed_on = models.DateField(null=True)
    filed_court = models.CharField(max_length=200, blank=True)
    filed_number = models.CharField(max_length=60, blank=True)
    dropped_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("-made_at", "-id")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["made_by", "filed_on"], name="legal_petition_by"),
        ]

    def __str__(self) -> str:
        return f"{self.template} {self.pk}"


class PetitionFact(OfMatter):
    """A fact a petition stands on: its path, and what it said when it was confirmed against a named paper.

    `said` is the value as JSON. When the record says otherwise, the confirmation no longer holds.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    petition = models.ForeignKey(Petition, on_delete=models.CASCADE, related_name="facts")
    path = models.CharField(max_length=300)
    said = SealedText(seal="legal.petition_fact.said", null=True)
    paper = models.CharField(max_length=160, blank=True)
    page = models.CharField(max_length=20, blank=True)
    confirmed_by = models.UUIDField(null=True)
    confirmed_by_name = models.CharField(max_length=120, blank=True)
    confirmed_at = models.DateTimeField(null=True)
    reopened_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("id",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["petition", "path"], name="legal_petition_fact_once")
        ]

    def __str__(self) -> str:
        return str(self.pk)


class PetitionFile(OfMatter):
    """A version of a petition as a file: printed by us, or written by a lawyer and brought back."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    petition = models.ForeignKey(Petition, on_delete=models.CASCADE, related_name="files")
    number = models.PositiveIntegerField()
    stored = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    is_draft = models.BooleanField()
    is_ours = models.BooleanField()
    kept_by_name = models.CharField(max_length=120)
    kept_at = models.DateTimeField()

    class Meta:
        ordering = ("-number",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["petition", "number"], name="legal_petition_file_once")
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Pack(models.Model):
    """A referral pack: several people for one receiver, with the least that receiver needs. It names nobody itself."""

    class State(models.TextChoices):
        """How far it is."""

        PREPARING = "preparing", _("in preparation")
        SENT = "sent", _("handed over")
        STOPPED = "stopped", _("stopped")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    receiver = models.CharField(max_length=20)
    receiver_name = models.CharField(max_length=160)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="+")
    purpose = models.CharField(max_length=300)
    language = models.CharField(max_length=8)
    state = models.CharField(max_length=10, choices=State.choices, default=State.PREPARING)
    use_until = models.DateField()
    made_by = models.UUIDField()
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    pdf = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    sheet = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("-made_at", "-id")

    def __str__(self) -> str:
        return str(self.pk)


class PackPerson(OfPerson):
    """A person in a pack, and on which basis: her consent, or a ground of law. Blocked at once when it is taken back.

    `guarded_because`: why a guarded person stands here all the same, by the named decision of `guarded_by_name`.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    pack = models.ForeignKey(Pack, on_delete=models.CASCADE, related_name="people")
    provision = models.CharField(max_length=80, blank=True)
    case_id = models.CharField(max_length=200, blank=True)
    basis = models.CharField(max_length=20)
    consent_id = models.UUIDField(null=True, db_index=True)
    basis_says = models.CharField(max_length=200, blank=True)
    guarded_because = models.CharField(max_length=200, blank=True)
    guarded_by_name = models.CharField(max_length=120, blank=True)
    added_by_name = models.CharField(max_length=120)
    added_at = models.DateTimeField()
    blocked_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return str(self.pk)


class Sharing(OfPerson):
    """The register: a frozen copy of what one receiver was given of one person, on which basis, when, by whom.

    `fields` are the names of what was given; `copy` the values as JSON, in the language of the pack. `told_at`: when
    the receiver was told that she took a consent back.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    pack = models.ForeignKey(Pack, on_delete=models.PROTECT, related_name="sharings")
    receiver = models.CharField(max_length=20)
    receiver_name = models.CharField(max_length=160)
    fields = models.JSONField()
    copy = SealedText(seal="legal.sharing.copy")
    basis = models.CharField(max_length=20)
    consent_id = models.UUIDField(null=True, db_index=True)
    basis_says = models.CharField(max_length=200, blank=True)
    shared_by = models.UUIDField()
    shared_by_name = models.CharField(max_length=120)
    shared_at = models.DateTimeField(db_index=True)
    withdrawn_at = models.DateTimeField(null=True)
    told_at = models.DateTimeField(null=True)
    told_by_name = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ("-shared_at", "-id")

    def __str__(self) -> str:
        return str(self.pk)


class PartnerLink(TimedLink):
    """A way for a receiver to read a pack for a time (`kit/links.py`)."""

    pack = models.ForeignKey(Pack, on_delete=models.CASCADE, related_name="links")

    def __str__(self) -> str:
        return str(self.pk)


MOVED: tuple[type[OfPerson], ...] = (Petition, PetitionFact, PetitionFile, PackPerson, Sharing)
"""Tables whose rows go along when two persons turn out to be one."""

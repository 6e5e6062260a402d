"""The family: how each of hers may be reached and told what, her children outside, visits and calls."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.kit.due import Due
from rihai.kit.ids import new_id
from rihai.kit.sealed import SealedText
from rihai.people.models import Person, Relationship


class Wants(models.TextChoices):
    """Whether she wants contact with somebody."""

    UNASKED = "", _("nobody has asked")
    YES = "yes", _("yes")
    LATER = "later", _("not now")
    NO = "no", _("no")


class MayKnow(models.TextChoices):
    """What she lets somebody know. The day of release is asked by itself, in the release plan."""

    WELL = "well", _("that the person is alive and how they are")
    WHERE = "where", _("where the person is held or lives")
    VISITS = "visits", _("when visits are allowed, what may be brought")
    COURT = "court", _("the next day in court")
    CHILDREN = "children", _("what is done for the children")


class FamilyTie(models.Model):
    """The contact plan with one of hers: what she wants, by which way and when it is safe, what may be said.

    `taken_back_at`: she took her consent back, and nothing may be said until she is asked again.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    made_for = models.UUIDField()
    relationship = models.OneToOneField(Relationship, on_delete=models.CASCADE, related_name="+")
    wants = models.CharField(max_length=6, choices=Wants.choices, blank=True)
    ways = SealedText(seal="casework.familytie.ways", null=True)
    may_know = models.JSONField(default=list)
    taken_back_at = models.DateTimeField(null=True)
    changed_by_name = models.CharField(max_length=120)
    changed_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return str(self.pk)


class HowChildIs(models.TextChoices):
    """How a child outside is, as far as anybody knows."""

    WELL = "well", _("cared for")
    WORRY = "worry", _("somebody must look")
    ALONE = "alone", _("nobody cares for the child")
    UNKNOWN = "unknown", _("not known")


class ChildOutside(models.Model):
    """A child of hers outside, who cares for it, and what is missing. `ended_on`: grown up, or written by mistake."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    made_for = models.UUIDField()
    name = models.CharField(max_length=120)
    born_year = models.PositiveSmallIntegerField(null=True)
    with_whom = models.CharField(max_length=120, blank=True)
    where = models.CharField(max_length=160, blank=True)
    how = models.CharField(max_length=8, choices=HowChildIs.choices)
    in_school = models.BooleanField(null=True)
    has_papers = models.BooleanField(null=True)
    note = models.CharField(max_length=300, blank=True)
    seen_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    changed_by_name = models.CharField(max_length=120)
    changed_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("born_year", "id")

    def __str__(self) -> str:
        return str(self.pk)


class ContactKind(models.TextChoices):
    """In which way she and hers meet."""

    VISIT = "visit", _("visit")
    CALL = "call", _("call")
    LETTER = "letter", _("letter")
    SESSION = "session", _("family session")


class ContactState(models.TextChoices):
    """Where it stands."""

    WISHED = "wished", _("wished for")
    MADE = "made", _("took place")
    FAILED = "failed", _("failed")
    DROPPED = "dropped", _("not wanted any more")


class FailedWhy(models.TextChoices):
    """Why it failed; counted, so that what stands between families is seen."""

    MONEY = "money", _("no money for the way")
    FAR = "far", _("too far")
    GATE = "gate", _("not let in")
    PAPERS = "papers", _("papers missing")
    ABSENT = "absent", _("they did not come")
    REFUSED = "refused", _("they did not want to")
    MOVED = "moved", _("the person had been moved")
    OTHER = "other", _("another reason")


class FamilyContact(Due):
    """One visit, call, letter or session: wished, then made or failed. `due_on`: by when, or for which day.

    Money for the way is material help that names it; `told` are the codes of what was said to them, never more than she
    lets them know.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    made_for = models.UUIDField()
    relationship = models.ForeignKey(Relationship, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=8, choices=ContactKind.choices)
    state = models.CharField(max_length=8, choices=ContactState.choices, default=ContactState.WISHED)
    wished_on = models.DateField()
    failed_why = models.CharField(max_length=8, choices=FailedWhy.choices, blank=True)
    note = models.CharField(max_length=400, blank=True)
    told = models.JSONField(default=list)
    by_name = models.CharField(max_length=120)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("-wished_on", "-id")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["person", "state"], name="casework_contact_person")
        ]

    def __str__(self) -> str:
        return str(self.pk)

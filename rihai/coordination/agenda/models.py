"""What is kept of an agenda: one row for each line, with what was said of it and whether its name goes out."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from rihai.coordination.meetings.models import Meeting
from rihai.kit.classes import DataClass
from rihai.kit.ids import new_id
from rihai.kit.sealed import SealedText
from rihai.people.models import Person
from rihai.places.models import Place

BY_HAND = "hand"
"""The source of what the secretary adds."""


class Standing(models.TextChoices):
    """Whether a line stands on the agenda."""

    ON = "on", _("on the agenda")
    LEFT_OUT = "left_out", _("left out")
    GONE = "gone", _("gone from its list")


class OfPerson(models.Model):
    """A row that may be about a person, of one class; `first_person` is whose it was when it was written."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="+")
    first_person = models.UUIDField(null=True, editable=False)
    data_class = models.CharField(max_length=10, choices=DataClass.choices, default=DataClass.ORDINARY)

    class Meta:
        abstract = True


class AgendaItem(OfPerson):
    """A line of an agenda: from which list, of what, why, since when. What it says is kept in each language.

    A person's name is not among it. `copy` is what members were given of a person, by language, as the register of
    sharings has it under `sharing_id`; `basis` and `basis_says` on what. `said` is what the meeting said of it.
    `became`: what had become of the person when the papers of the next meeting were sent (`agenda/became.py`).
    `guarded_because`: why a guarded person stands here all the same, by the decision of `guarded_by_name`.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="items")
    source = models.CharField(max_length=60)
    key = models.CharField(max_length=330)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="+")
    case_id = models.CharField(max_length=200, blank=True)
    provision = models.CharField(max_length=80, blank=True)
    titles: models.JSONField[dict[str, str], dict[str, str]] = models.JSONField(default=dict)
    words: models.JSONField[dict[str, str], dict[str, str]] = models.JSONField(default=dict)
    since = models.DateField(null=True)
    url = models.CharField(max_length=200, blank=True)
    count = models.PositiveIntegerField(default=1)
    standing = models.CharField(max_length=8, choices=Standing.choices, default=Standing.ON)
    because = models.CharField(max_length=300, blank=True)
    order = models.PositiveIntegerField(default=0)
    guarded_because = models.CharField(max_length=300, blank=True)
    guarded_by_name = models.CharField(max_length=120, blank=True)
    sharing_id = models.UUIDField(null=True)
    basis = models.CharField(max_length=20, blank=True)
    basis_says = models.CharField(max_length=200, blank=True)
    consent_id = models.UUIDField(null=True)
    copy = SealedText(seal="coordination.item.copy", null=True)
    said = SealedText(seal="coordination.item.said", null=True)
    became = models.CharField(max_length=12, blank=True)
    became_on = models.DateField(null=True)
    added_at = models.DateTimeField()
    added_by_name = models.CharField(max_length=120)

    class Meta:
        ordering = ("order", "since", "id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["meeting", "source", "key", "person"], name="coordination_item_of_person_once"
            ),
            models.UniqueConstraint(
                fields=["meeting", "source", "key"], condition=Q(person=None), name="coordination_item_once"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def title(self) -> str:
        """What it is of, where it is no person."""
        return _here(self.titles)

    @property
    def says(self) -> str:
        """Why it stands here, in the language of the page."""
        return _here(self.words)

    @property
    def is_named(self) -> bool:
        """Whether members were given more than that there is somebody."""
        return self.sharing_id is not None

    def days(self, on: date) -> int | None:
        """For how many days it has lasted."""
        return max(0, (on - self.since).days) if self.since else None


def _here(words: dict[str, str]) -> str:
    language = (get_language() or "en")[:2]
    return words.get(language) or words.get("en", "")

"""What was written in forms: answers with every correction, and drafts."""

from __future__ import annotations

import json
from typing import Any, ClassVar

from django.db import models

from rihai.accounts.models import Account
from rihai.instruments.models.forms import Instrument, InstrumentVersion
from rihai.kit.classes import DataClass
from rihai.kit.ids import new_id
from rihai.kit.sealed import SealedText


class Written(models.Model):
    """What somebody wrote in a form. `values` are by path; of sealed class they stand in `sealed` alone, as JSON.

    `person_id` is whom it is about, where it is about anybody; `first_person` whom it was about when it was written.
    """

    person_id = models.UUIDField(null=True, db_index=True)
    first_person = models.UUIDField(null=True, editable=False)
    data_class = models.CharField(max_length=10, choices=DataClass.choices)

    class Meta:
        abstract = True


class Answer(Written):
    """An answer to a form: which version, who gave it about whom, and of its editions the newest number.

    `handler` is the room's offer that took it, `subject` that room's own key. `instance_id` is the answer's own for
    ever; every edition has one of its own too, as OpenRosa has it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    instance_id = models.CharField(max_length=80, unique=True)
    version = models.ForeignKey(InstrumentVersion, on_delete=models.PROTECT, related_name="+")
    handler = models.CharField(max_length=60)
    subject = models.CharField(max_length=80, blank=True)
    author = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    author_name = models.CharField(max_length=120)
    given_at = models.DateTimeField()
    number = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("-given_at", "-id")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["handler", "subject"], name="instruments_answer_subject"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Edition(Written):
    """One edition of an answer; the first is what was given, the later ones are corrections. Never changed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    answer = models.ForeignKey(Answer, on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField()
    instance_id = models.CharField(max_length=80, unique=True)
    version = models.ForeignKey(InstrumentVersion, on_delete=models.PROTECT, related_name="+")
    author = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    author_name = models.CharField(max_length=120)
    began_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    given_at = models.DateTimeField()
    values = models.JSONField(default=dict)
    xml = models.TextField(blank=True)
    sealed = SealedText(seal="instruments.edition.sealed", null=True)

    class Meta:
        ordering = ("number",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["answer", "number"], name="instruments_edition_once")
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def told(self) -> dict[str, Any]:
        """The values by path, unsealed where they were sealed."""
        found: dict[str, Any] = json.loads(self.sealed)["values"] if self.sealed else self.values
        return found


class Draft(Written):
    """What somebody began to write and has not given yet: one a form, subject and author; always sealed.

    `answer` is the answer that is being corrected, if it is one, and `base` its number then. `texts` is JSON: what
    stands in each field, as typed. `window` is the one that saved last.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    author = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    instrument = models.ForeignKey(Instrument, on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey(InstrumentVersion, on_delete=models.PROTECT, related_name="+")
    handler = models.CharField(max_length=60)
    subject = models.CharField(max_length=80, blank=True)
    answer = models.ForeignKey(Answer, on_delete=models.CASCADE, null=True, related_name="+")
    base = models.PositiveIntegerField(default=0)
    instance_id = models.CharField(max_length=80, unique=True)
    texts = SealedText(seal="instruments.draft.texts")
    began_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    saves = models.PositiveIntegerField(default=0)
    window = models.CharField(max_length=36, blank=True)

    class Meta:
        ordering = ("-saved_at",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["author", "instrument", "handler", "subject"],
                condition=models.Q(answer=None),
                name="instruments_draft_once",
            ),
            models.UniqueConstraint(
                fields=["author", "answer"],
                condition=models.Q(answer__isnull=False),
                name="instruments_draft_of_answer",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

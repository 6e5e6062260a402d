"""What is kept of instruments: forms in versions, the answers given to them with every correction, drafts."""

from __future__ import annotations

import json
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account
from rihai.kit.classes import DataClass
from rihai.kit.files import StoredFile
from rihai.kit.ids import new_id
from rihai.kit.sealed import SealedText


class Instrument(models.Model):
    """A form by its id, whatever its version.

    `shipped_from` is the mark of the source it was last built from, or compared with, where the house ships a form of
    that id.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    form_id = models.SlugField(max_length=64, unique=True)
    shipped_from = models.CharField(max_length=64, blank=True)
    retired_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("form_id",)

    def __str__(self) -> str:
        return self.form_id


class VersionState(models.TextChoices):
    """Where a version of a form stands; of one form only the newest published one is filled in."""

    DRAFT = "draft", _("draft")
    PUBLISHED = "published", _("published")
    REPLACED = "replaced", _("replaced")


class InstrumentVersion(models.Model):
    """One version of a form: the workbook as it was given, and the XForm made of it. Published, it never changes.

    `titles` are by language; `facts` says which questions are tied to which facts of the dictionary; `marks` is what
    our own columns say of the questions, their scores among it (`scoring`). `digest` is of the texts in the workbook's
    cells, so that the same form is not taken in twice.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    instrument = models.ForeignKey(Instrument, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    called = models.CharField(max_length=60, blank=True)
    titles = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=VersionState.choices, default=VersionState.DRAFT)
    workbook = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    xform = models.TextField()
    warnings = models.JSONField(default=list)
    facts = models.JSONField(default=dict)
    marks = models.JSONField(default=dict)
    questions = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    made_by_name = models.CharField(max_length=120, blank=True)
    made_at = models.DateTimeField()
    published_by_name = models.CharField(max_length=120, blank=True)
    published_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-number",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["instrument", "number"], name="instruments_version_once"),
            models.UniqueConstraint(
                fields=["instrument"], condition=models.Q(state="draft"), name="instruments_one_draft"
            ),
            models.UniqueConstraint(
                fields=["instrument"], condition=models.Q(state="published"), name="instruments_one_published"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.instrument_id} {self.number}"

    @property
    def title(self) -> str:
        """The title in the reader's language, else in any."""
        titles: dict[str, str] = self.titles
        return titles.get((get_language() or "en")[:2]) or next(iter(titles.values()), "")


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
    stands in each field, as typed.
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


MOVED: tuple[type[Written], ...] = (Answer, Edition, Draft)
"""Tables whose rows go along when two persons turn out to be one."""

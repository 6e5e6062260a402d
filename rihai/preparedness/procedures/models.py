"""What is kept of procedures: their versions in two languages, and which post of which prison acknowledged each."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account
from rihai.kit.files.models import StoredFile
from rihai.kit.ids import new_id
from rihai.kit.links import TimedLink
from rihai.places.models import Place
from rihai.preparedness.editions import Edition
from rihai.preparedness.posts.models import PostOf


class Sort(models.TextChoices):
    """What it is."""

    SOP = "sop", _("standard operating procedure")
    POLICY = "policy", _("policy")


class Procedure(models.Model):
    """A standing procedure or policy of a place and all that stands in it; without a place, of the whole office.

    `posts` are those that acknowledge each version at every prison, within `days` of its coming into force. `owner`
    keeps it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    sort = models.CharField(max_length=10, choices=Sort.choices)
    code = models.CharField(max_length=30, unique=True)
    title = models.CharField(max_length=200)
    title_ur = models.CharField(max_length=200)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="+")
    posts = models.JSONField(default=list)
    days = models.PositiveSmallIntegerField(default=14)
    review_months = models.PositiveSmallIntegerField(default=12)
    owner = models.ForeignKey(Account, on_delete=models.SET_NULL, null=True, related_name="+")
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    ended_on = models.DateField(null=True)
    ended_why = models.CharField(max_length=400, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("code",)

    def __str__(self) -> str:
        return self.code

    @property
    def shown(self) -> str:
        """Its title in the language of the page."""
        return self.title_ur if (get_language() or "en").startswith("ur") else self.title

    @property
    def posts_shown(self) -> list[str]:
        """The posts that acknowledge it, in words."""
        return [str(PostOf(one).label) for one in self.posts if one in PostOf.values]


class ProcedureVersion(Edition):
    """What a procedure says, in each language as text or as a file. `reminded_at`: when posts were reminded last."""

    procedure = models.ForeignKey(Procedure, on_delete=models.CASCADE, related_name="versions")
    text_en = models.TextField(blank=True)
    text_ur = models.TextField(blank=True)
    file_en = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    file_ur = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    reminded_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-number",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["procedure", "number"], name="preparedness_procedure_version_once"),
            models.UniqueConstraint(
                fields=["procedure"], condition=models.Q(state="in_force"), name="preparedness_one_procedure_in_force"
            ),
        ]

    def __str__(self) -> str:
        return str(self.number)


class Acknowledgement(models.Model):
    """That a post of a prison has read a version: by the account of its holder, by a link, or by hand with a name."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    edition = models.ForeignKey(ProcedureVersion, on_delete=models.CASCADE, related_name="acknowledgements")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    post = models.CharField(max_length=20, choices=PostOf.choices)
    name = models.CharField(max_length=120)
    account = models.ForeignKey(Account, on_delete=models.SET_NULL, null=True, related_name="+")
    on = models.DateField()
    by_link = models.BooleanField(default=False)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("on", "id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["edition", "place", "post"], name="preparedness_acknowledged_once")
        ]

    def __str__(self) -> str:
        return str(self.pk)


class PostLink(TimedLink):
    """A way for the holder of a post who has no account to read a version and say that they have, for a time."""

    edition = models.ForeignKey(ProcedureVersion, on_delete=models.CASCADE, related_name="links")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    post = models.CharField(max_length=20, choices=PostOf.choices)

    def __str__(self) -> str:
        return str(self.pk)

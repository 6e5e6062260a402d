"""Two people who are kept apart."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.casework.services.models import Made
from rihai.kit.classes import DataClass
from rihai.kit.ids import new_id
from rihai.kit.sealed import SealedText
from rihai.people.models import Person


class Apart(Made):
    """Two persons, who each is to the other, how far apart, why, and when somebody looks at it again.

    Others are told that the two are not to be together, and never why.
    """

    class Role(models.TextChoices):
        """Who one is to the other."""

        HARMED = "harmed", _("was harmed by the other")
        HARMS = "harms", _("has harmed or threatens the other")
        WITNESS = "witness", _("is a witness against the other")
        FEUD = "feud", _("of the other side of a feud")
        CO_ACCUSED = "co_accused", _("accused with the other")
        OTHER = "other", _("otherwise")

    class Level(models.TextChoices):
        """How far apart; each level holds what is below it too."""

        GROUP = "group", _("not in one group or session")
        UNIT = "unit", _("not in one barrack or cell")
        PRISON = "prison", _("not in one prison")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    one = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    first_one = models.UUIDField(editable=False)
    first_other = models.UUIDField(editable=False)
    role_one = models.CharField(max_length=10, choices=Role.choices)
    role_other = models.CharField(max_length=10, choices=Role.choices)
    level = models.CharField(max_length=6, choices=Level.choices)
    reason = SealedText(seal="casework.apart.reason")
    data_class = models.CharField(max_length=8, choices=DataClass.choices, default=DataClass.PERSONAL)
    started_on = models.DateField()
    review_on = models.DateField()
    ended_on = models.DateField(null=True)
    ended_because = models.CharField(max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("review_on", "id")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["ended_on", "review_on"], name="casework_apart_review"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

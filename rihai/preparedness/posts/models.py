"""What is kept of posts: who holds which post of a prison, from when to when, and how they are reached."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account
from rihai.kit.ids import new_id
from rihai.places.models import Place


class PostOf(models.TextChoices):
    """The posts to which procedures and plans give something to do; it stays when its holder leaves."""

    SUPERINTENDENT = "superintendent", _("superintendent")
    ADDITIONAL = "additional", _("additional superintendent")
    DEPUTY = "deputy", _("deputy superintendent")
    ASSISTANT = "assistant", _("assistant superintendent")
    WOMEN = "women", _("officer in charge of the women’s ward")
    JUVENILES = "juveniles", _("officer in charge of the juveniles’ ward")
    MEDICAL = "medical", _("medical officer")
    WOMEN_MEDICAL = "women_medical", _("woman medical officer")
    DISPENSER = "dispenser", _("dispenser")
    PSYCHOLOGIST = "psychologist", _("psychologist or welfare officer")
    DUTY = "duty", _("duty officer, day and night")
    GATE = "gate", _("gate keeper")
    CHIEF_WARDER = "chief_warder", _("chief warder")
    WARDERS = "warders", _("warders on duty")
    CONTROL = "control", _("control room")
    STORE = "store", _("store keeper")
    ELECTRICIAN = "electrician", _("electrician or generator operator")
    WATER = "water", _("who keeps the water running")
    RECORDS = "records", _("records office")
    INSPECTOR_GENERAL = "inspector_general", _("inspector general of prisons")


class PostHolder(models.Model):
    """Who holds a post of a prison, from a day until a day (empty: still). `account` where they sign in here."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    post = models.CharField(max_length=20, choices=PostOf.choices)
    name = models.CharField(max_length=120)
    phone = models.CharField(max_length=40, blank=True)
    account = models.ForeignKey(Account, on_delete=models.SET_NULL, null=True, related_name="+")
    started_on = models.DateField()
    ended_on = models.DateField(null=True)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("-started_on", "-id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["place", "post"], condition=models.Q(ended_on=None), name="preparedness_one_holds_a_post"
            )
        ]

    def __str__(self) -> str:
        return self.name

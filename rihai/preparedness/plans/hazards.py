"""What a prison prepares for; the codes are those of the form by which a drill is evaluated, where it has them."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Hazard(models.TextChoices):
    """A hazard. No plan is written for two of them together."""

    OUTBREAK = "outbreak", _("outbreak of disease")
    FIRE = "fire", _("fire")
    FLOOD = "flood", _("flood")
    QUAKE = "quake", _("earthquake")
    RIOT = "riot", _("riot")
    HOSTAGE = "hostage", _("hostages taken")
    ESCAPE = "escape", _("escape")
    ATTACK = "attack", _("attack from outside")
    POWER = "power", _("loss of power")
    WATER = "water", _("loss of water")

"""The classes of data, by which need-to-know is decided: what a role sees, what a row holds, what an export carries."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class DataClass(models.TextChoices):
    """One row holds one class. `ordinary` is about places and programmes, the others are about people."""

    ORDINARY = "ordinary", _("ordinary")
    PERSONAL = "personal", _("personal")
    HEALTH = "health", _("health")
    LEGAL = "legal", _("legal")
    SEALED = "sealed", _("sealed")


OF_PEOPLE = (DataClass.PERSONAL, DataClass.HEALTH, DataClass.LEGAL, DataClass.SEALED)

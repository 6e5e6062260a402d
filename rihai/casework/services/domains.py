"""The domains of need that services meet: seven pathways, two that women need, and what Pakistan adds."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Domain(models.TextChoices):
    """One domain of need; the codes stand in the files of the catalogue, in assessments and in plans."""

    ACCOMMODATION = "accommodation", _("a place to live")
    ATTITUDES = "attitudes", _("thinking and behaviour")
    FAMILY = "family", _("children and family")
    DRUGS = "drugs", _("drugs and alcohol")
    WORK = "work", _("education, training and work")
    MONEY = "money", _("money, benefits and debt")
    HEALTH = "health", _("health")
    ABUSE = "abuse", _("violence at home or in the family")
    EXPLOITATION = "exploitation", _("sexual exploitation")
    PAPERS = "papers", _("identity papers")
    LEGAL = "legal", _("pending legal matters")
    SAFETY = "safety", _("safety: honour, feud, gang")
    FAITH = "faith", _("faith and being accepted")
    DISABILITY = "disability", _("disability")
    INSIDE_CHILD = "inside_child", _("children born or living in prison")

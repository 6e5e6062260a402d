"""What somebody who asked may read; hidden again at once where she takes her word back."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account
from rihai.helpline.matching.models import HerWord
from rihai.helpline.requests.models import SEAL, HelpRequest
from rihai.kit.ids import new_id
from rihai.kit.sealed import SealedText


class Kind(models.TextChoices):
    """What an answer says; all but the free words are said in the reader's language."""

    ACTED = "acted", _("Those who can act at once have been told.")
    SEEN = "seen", _("Somebody saw them, and they know that you asked.")
    RING = "ring", _("Please ring us: we have something to ask you.")
    WORDS = "words", _("In your own words, about them")
    GENERAL = "general", _("In your own words, about no person")


ABOUT_THEM = frozenset({Kind.ACTED, Kind.SEEN, Kind.WORDS})
"""What is said of somebody, and so never without their word unless life is in danger."""
FREE = frozenset({Kind.WORDS, Kind.GENERAL})


class Answer(models.Model):
    """One answer. It rests on her word, or on danger to life with the reason, or speaks of nobody."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    request = models.ForeignKey(HelpRequest, on_delete=models.CASCADE, related_name="answers")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    words = SealedText(seal=SEAL, null=True)
    rests_on = models.ForeignKey(HerWord, on_delete=models.SET_NULL, null=True, related_name="+")
    danger = SealedText(seal=SEAL, null=True)
    made_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    hidden_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("made_at", "id")

    def __str__(self) -> str:
        return self.kind

"""A word from the house to one account; it never holds anything about a person."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models.account import Account
from rihai.kit.ids import new_id
from rihai.kit.offers import NoticeWords, offered

SAYS: dict[str, Any] = {
    "glass.second_awaited": _("A colleague asks you to stand beside them in opening sealed matter."),
    "glass.confirmed": _("Your asking for sealed matter was confirmed by a second person."),
    "glass.refused": _("Your asking for sealed matter was refused by the second person."),
    "glass.to_review": _("An access for a stated reason waits for your review."),
    "glass.reviewed": _("An access of yours was reviewed."),
    "glass.guarded": _("Somebody asked for a guarded person whom you see. Assign them if they should."),
    "demand.to_decide": _("A demand by an authority waits for a second decision."),
    "posting.given": _("A posting was given to you."),
    "posting.ended": _("A posting of yours was ended."),
    "password.link_made": _("A link for a new password was made for your account. Were you not told, tell the office."),
    "key.made": _("A key to the API was made in your name. Were it not you, end it and tell the office."),
}
"""What each kind says; a room above offers the words of its own kinds (`NoticeWords`)."""


class Notification(models.Model):
    """One notice; `url` leads to the page that says more to whoever may see it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="notifications")
    kind = models.CharField(max_length=60)
    url = models.CharField(max_length=200, blank=True)
    made_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-made_at",)
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["account", "-made_at"])]

    def __str__(self) -> str:
        return self.kind

    @property
    def says(self) -> str:
        """Its sentence in the reader's language."""
        above = (offer.words[self.kind] for offer in offered(NoticeWords) if self.kind in offer.words)
        return str(SAYS.get(self.kind) or next(above, self.kind))

"""What is kept of committees: the body, its posts, and who holds each from when to when."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account
from rihai.coordination.bodies.kinds import Kind, kinds
from rihai.kit.ids import new_id
from rihai.places.models import Place


class Every(models.IntegerChoices):
    """How often it sits, in months."""

    MONTH = 1, _("every month")
    TWO = 2, _("every two months")
    QUARTER = 3, _("every quarter")
    HALF = 6, _("every half-year")
    YEAR = 12, _("every year")


class Week(models.IntegerChoices):
    """On which of its weekday in the month."""

    FIRST = 1, _("first")
    SECOND = 2, _("second")
    THIRD = 3, _("third")
    FOURTH = 4, _("fourth")
    LAST = 5, _("last")


class Weekday(models.IntegerChoices):
    """On which day of the week, as Python counts them."""

    MONDAY = 0, _("Monday")
    TUESDAY = 1, _("Tuesday")
    WEDNESDAY = 2, _("Wednesday")
    THURSDAY = 3, _("Thursday")
    FRIDAY = 4, _("Friday")
    SATURDAY = 5, _("Saturday")
    SUNDAY = 6, _("Sunday")


class Quorum(models.TextChoices):
    """How many posts must be there."""

    NONE = "none", _("not laid down")
    NUMBER = "number", _("a number of posts")
    HALF = "half", _("half of the posts")
    TWO_THIRDS = "two_thirds", _("two thirds of the posts")
    ALL = "all", _("all posts")


class Body(models.Model):
    """A committee. `every`, `week` and `weekday` are the rule by which its meetings are planned; None: by hand.

    `order` is the order or agreement by which it sits, in words. `sources` are the lists its agenda is filled from.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=20)
    name = models.CharField(max_length=160)
    name_ur = models.CharField(max_length=160, blank=True)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    order = models.CharField(max_length=300, blank=True)
    every = models.PositiveSmallIntegerField(choices=Every.choices, null=True)
    week = models.PositiveSmallIntegerField(choices=Week.choices, null=True)
    weekday = models.PositiveSmallIntegerField(choices=Weekday.choices, null=True)
    starts_at = models.TimeField(null=True)
    venue = models.CharField(max_length=160, blank=True)
    notice_days = models.PositiveSmallIntegerField(default=7)
    quorum = models.CharField(max_length=10, choices=Quorum.choices, default=Quorum.NONE)
    quorum_number = models.PositiveSmallIntegerField(null=True)
    sources = models.JSONField(default=list)
    contact = models.CharField(max_length=300, blank=True)
    secretary = models.ForeignKey(Account, on_delete=models.SET_NULL, null=True, related_name="+")
    started_on = models.DateField()
    ended_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("name", "id")

    def __str__(self) -> str:
        return self.shown

    @property
    def shown(self) -> str:
        """Its name in the language of the page."""
        return self.name_ur if self.name_ur and (get_language() or "en").startswith("ur") else self.name

    @property
    def by_law(self) -> Kind:
        """What the law says of its kind."""
        return kinds()[self.kind]

    def stands(self, on: date) -> bool:
        """Whether it sits on a day."""
        return self.started_on <= on and (self.ended_on is None or on < self.ended_on)


class Post(models.Model):
    """A seat in a body, which stays when its holder leaves. `votes`: it counts for the quorum."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="posts")
    title = models.CharField(max_length=160)
    title_ur = models.CharField(max_length=160, blank=True)
    is_chair = models.BooleanField(default=False)
    votes = models.BooleanField(default=True)
    order = models.PositiveSmallIntegerField(default=0)
    ended_on = models.DateField(null=True)

    class Meta:
        ordering = ("-is_chair", "order", "id")

    def __str__(self) -> str:
        return self.shown

    @property
    def shown(self) -> str:
        """Its title in the language of the page."""
        return self.title_ur if self.title_ur and (get_language() or "en").startswith("ur") else self.title


class Holder(models.Model):
    """Who holds a post, from a day until a day (empty: still). `account` where that person signs in here."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="holders")
    name = models.CharField(max_length=120)
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(max_length=120, blank=True)
    account = models.ForeignKey(Account, on_delete=models.SET_NULL, null=True, related_name="+")
    started_on = models.DateField()
    ended_on = models.DateField(null=True)

    class Meta:
        ordering = ("-started_on", "-id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["post"], condition=models.Q(ended_on=None), name="coordination_one_holds_a_post"
            )
        ]

    def __str__(self) -> str:
        return self.name

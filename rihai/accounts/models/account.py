"""Someone who works here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.crypto import salted_hmac

from rihai.kit.ids import new_id

if TYPE_CHECKING:
    from rihai.accounts.standing import Standing

SYSTEM_ID = UUID("00000000-0000-7000-8000-000000000001")
"""The house itself: an account without a password that nobody can sign in to; it keeps the tables of access."""

_SESSION = "rihai.accounts.session"


class Accounts(BaseUserManager["Account"]):
    """Makes accounts; there are no superusers."""

    def create_user(self, email: str, name: str, password: str | None = None, **more: Any) -> Account:
        """An account; without a password nobody can sign in to it by one."""
        account = self.model(email=self.normalize_email(email).lower(), name=name, **more)
        account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """Someone who works here, signing in by e-mail address.

    `code_period` is the last period, counted from 1970, whose one-time code let them in: it opens nothing more.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    language = models.CharField(max_length=8, blank=True)
    is_active = models.BooleanField(default=True)
    made_at = models.DateTimeField(null=True, editable=False)
    stopped_at = models.DateTimeField(null=True, editable=False)
    session_round = models.PositiveIntegerField(default=0, editable=False)
    code_period = models.BigIntegerField(default=0, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects: ClassVar[Accounts] = Accounts()

    def __str__(self) -> str:
        return self.name

    def get_session_auth_hash(self) -> str:
        """What each session must carry: of the password, and of the round that *sign out everywhere* raises."""
        return salted_hmac(_SESSION, f"{self.password}|{self.session_round}", algorithm="sha256").hexdigest()

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        """The same under older secret keys."""
        for secret in settings.SECRET_KEY_FALLBACKS:
            value = f"{self.password}|{self.session_round}"
            yield salted_hmac(_SESSION, value, secret=secret, algorithm="sha256").hexdigest()

    @property
    def standing(self) -> Standing:
        """What today's postings give: read once in each request or job."""
        from rihai.accounts.acting import asked_day
        from rihai.accounts.standing import standing_of

        return standing_of(self.pk, on=asked_day())

    def may(self, capability: str) -> bool:
        """Whether one of today's postings grants the capability."""
        return self.is_active_or_system and capability in self.standing.capabilities

    @property
    def is_active_or_system(self) -> bool:
        """A stopped account may nothing; the house, which cannot sign in, still keeps its tables."""
        return self.is_active or self.pk == SYSTEM_ID

"""The type of a request by somebody signed in, as the gate has made sure."""

from __future__ import annotations

from django.http import HttpRequest

from rihai.accounts.models import Account


class Asked(HttpRequest):
    """A request whose `user` is an account; used in signatures alone."""

    user: Account

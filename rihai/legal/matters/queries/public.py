"""Strategic litigation as everybody who works here may know it."""

from __future__ import annotations

from django.db.models import QuerySet

from rihai.legal.matters.models import PublicFacts


def public_cases() -> QuerySet[PublicFacts]:
    """The public facts that were written, the latest filed first; they name no client."""
    return PublicFacts.objects.order_by("-filed_on", "-id")

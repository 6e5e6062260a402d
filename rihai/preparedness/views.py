"""What every view of the room begins with: who acts, and when."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from rihai.kit.views.asked import actor_of


def who(request: HttpRequest) -> dict[str, Any]:
    """Who acts, and when: what every operation takes."""
    return {"actor": actor_of(request), "at": timezone.now()}

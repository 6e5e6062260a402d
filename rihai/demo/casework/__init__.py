"""What the caseworkers of the fictional office have done, part by part."""

from __future__ import annotations

from datetime import datetime

from rihai.demo.casework.aftercare import play_aftercare
from rihai.demo.casework.cases import play_cases
from rihai.demo.casework.health import play_health
from rihai.demo.casework.mentoring import play_mentoring
from rihai.demo.casework.plans import play_plans
from rihai.demo.casework.services import play_services
from rihai.demo.casework.sessions import play_sessions
from rihai.demo.casework.survivors import play_survivors

PARTS = (
    play_cases, play_plans, play_services, play_sessions, play_mentoring, play_aftercare, play_health, play_survivors,
)  # fmt: skip


def play_casework(*, at: datetime) -> None:
    """Let all of it have happened, as of a moment; what was played already is left as it is."""
    for play in PARTS:
        play(at=at)

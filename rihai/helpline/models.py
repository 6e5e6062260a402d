"""What is kept of the helpline; each part of the room keeps its own."""

from __future__ import annotations

from rihai.helpline.answers.models import Answer
from rihai.helpline.calls.models import MissedCall
from rihai.helpline.concerns.models import (
    Concern,
    ConcernAbout,
    ConcernBarred,
    ConcernClock,
    ConcernHolder,
    ConcernStep,
    ConcernWord,
)
from rihai.helpline.handing.models import HandedOn
from rihai.helpline.knocks import Knock
from rihai.helpline.matching.models import HerWord, Look, Match
from rihai.helpline.requests.models import Clock, Draft, HelpRequest, Paper, Step
from rihai.helpline.urgent.models import HelpFact, HelpFactBefore

__all__ = [
    "Answer", "Clock", "Concern", "ConcernAbout", "ConcernBarred", "ConcernClock", "ConcernHolder", "ConcernStep",
    "ConcernWord", "Draft", "HandedOn", "HelpFact", "HelpFactBefore", "HelpRequest", "HerWord", "Knock", "Look",
    "Match", "MissedCall", "Paper", "Step",
]  # fmt: skip

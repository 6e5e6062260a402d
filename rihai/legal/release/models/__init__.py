"""What is kept of releases, of days held past what the law said, of what a person was told, and of words on the law."""

from __future__ import annotations

from rihai.legal.release.models.kept import DaysKept, Ground, ReachKept, UnlawfulDetention
from rihai.legal.release.models.release import Authority, Release, ReleaseKind, ToWhom
from rihai.legal.release.models.slip import About, Answer, Asked, HowSheIs, Slip, SlipText
from rihai.legal.release.models.word import ProvisionWord, Settled, WordKind

__all__ = [
    "About", "Answer", "Asked", "Authority", "DaysKept", "Ground", "HowSheIs", "ProvisionWord", "ReachKept", "Release",
    "ReleaseKind", "Settled", "Slip", "SlipText", "ToWhom", "UnlawfulDetention", "WordKind",
]  # fmt: skip

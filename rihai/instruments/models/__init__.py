"""What is kept: forms in versions, answers with every correction, drafts, what comes from phones, paper."""

from __future__ import annotations

from rihai.instruments.models.answers import Answer, Draft, Edition, Written
from rihai.instruments.models.forms import FormFile, Instrument, InstrumentVersion, VersionState
from rihai.instruments.models.paper import Paper
from rihai.instruments.models.received import AboutCode, AnswerFile, Device, Received, Stage
from rihai.instruments.models.sample import Drawn, Outcome, Sample

MOVED: tuple[type[Written], ...] = (Answer, Edition, Draft, AboutCode, AnswerFile, Drawn)
"""Tables whose rows go along when two persons turn out to be one."""

__all__ = [
    "MOVED", "AboutCode", "Answer", "AnswerFile", "Device", "Draft", "Drawn", "Edition", "FormFile", "Instrument",
    "InstrumentVersion", "Outcome", "Paper", "Received", "Sample", "Stage", "VersionState", "Written",
]  # fmt: skip

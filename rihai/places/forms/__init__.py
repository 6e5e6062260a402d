"""The forms of the room."""

from __future__ import annotations

from rihai.places.forms.contact import ContactForm
from rihai.places.forms.figures import CapacityForm, CaseloadForm, CountForm
from rihai.places.forms.narrow import NarrowForm
from rihai.places.forms.permits import AnswerForm, AskForm, RenewForm
from rihai.places.forms.place import CloseForm, PlaceForm

__all__ = [
    "AnswerForm", "AskForm", "CapacityForm", "CaseloadForm", "CloseForm", "ContactForm", "CountForm", "NarrowForm",
    "PlaceForm", "RenewForm",
]  # fmt: skip

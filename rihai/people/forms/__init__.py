"""The forms of the room."""

from __future__ import annotations

from rihai.people.forms.entry import EntryForm
from rihai.people.forms.fact import FactForm
from rihai.people.forms.move import MoveForm
from rihai.people.forms.narrow import NarrowForm
from rihai.people.forms.ties import ConsentForm, GuardForm, RelationshipForm

__all__ = ["ConsentForm", "EntryForm", "FactForm", "GuardForm", "MoveForm", "NarrowForm", "RelationshipForm"]

"""Names across scripts and spellings: takes a cell apart, gives a key, and says whether two may be one person's."""

from __future__ import annotations

from rihai.names.keys import key, keys_for_search
from rihai.names.meeting import Meeting, meets
from rihai.names.parts import NameParts, Relation, split_name
from rihai.names.weights import WEIGHT, commonness
from rihai.names.written import written_meet

__all__ = [
    "WEIGHT", "Meeting", "NameParts", "Relation", "commonness", "key", "keys_for_search", "meets", "split_name",
    "written_meet",
]  # fmt: skip

"""The text of a charge becomes Act, section and limb, and is looked up in the offence table it is handed."""

from __future__ import annotations

from rihai.offences.charges import Charges, read_charges
from rihai.offences.heaviest import CaseOffences, heaviest, of_charge
from rihai.offences.row import FACTS, GROUPS
from rihai.offences.table import Offence, OffenceTable
from rihai.offences.warnings import warn

__all__ = [
    "FACTS", "GROUPS", "CaseOffences", "Charges", "Offence", "OffenceTable",
    "heaviest", "of_charge", "read_charges", "warn",
]  # fmt: skip

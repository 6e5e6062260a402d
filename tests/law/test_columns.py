"""The names of columns: alike in every process, so that rows laid flat in one can be asked in another."""

from __future__ import annotations

import os
import subprocess
import sys

_NAMED = (
    "from rihai.law.columns import any_item_column; from rihai.law.tree import AnyItem, Is; "
    "print(any_item_column(AnyItem('charges', Is('act', frozenset({'PPC', 'ATA', 'CNSA', 'CRPC', 'JJSA'})))))"
)


def test_a_list_condition_has_the_same_column_in_every_process() -> None:
    names = {
        subprocess.run(
            [sys.executable, "-c", _NAMED], env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2", "3", "4")
    }

    assert len(names) == 1
    assert names.pop().startswith(b"any_charges_")

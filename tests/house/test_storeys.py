"""Rooms look only down: .importlinter is the drawing, and it is enforced."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.house.files import ROOT


def test_the_drawing_of_the_storeys_is_kept() -> None:
    lint = Path(sys.executable).parent / "lint-imports"

    done = subprocess.run([str(lint), "--no-logo", "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout

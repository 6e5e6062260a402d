"""`python -m rihai` is the command `rihai`."""

from __future__ import annotations

import sys

from rihai.cli.main import main

sys.exit(main())

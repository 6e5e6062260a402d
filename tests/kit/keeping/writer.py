"""A process of its own that writes lines into the trail: `python -m tests.kit.keeping.writer COUNT`."""

from __future__ import annotations

import sys

import django

django.setup()

from django.db import transaction  # noqa: E402

from rihai.kit.audit import append  # noqa: E402
from tests.kit.keeping.actors import AT, Worker  # noqa: E402

if __name__ == "__main__":
    for line in range(int(sys.argv[1])):
        with transaction.atomic():
            append("tests.line.written", actor=Worker(), at=AT, subject=line)

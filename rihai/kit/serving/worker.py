"""The worker of long jobs, that ends when its work has made it large."""

from __future__ import annotations

import sys
from typing import Any

from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from rihai.kit.ids import new_id

LARGE = 500
"""Megabytes; the house at rest takes about a quarter of it."""


class SmallWorker(Worker):
    """Asks for work of every kind once a second; does not go on after a task that made it larger than `LARGE`."""

    def __init__(self) -> None:
        super().__init__(
            queue_names=["*"], interval=1, batch=False, backend_name="default", startup_delay=False, max_tasks=None,
            worker_id=new_id().hex, excluded_queue_names=[],
        )  # fmt: skip

    def run_task(self, db_task_result: DBTaskResult[Any, Any]) -> None:
        """One task; afterwards the loop goes on, or not."""
        super().run_task(db_task_result)
        if most_taken() > LARGE:
            self.running = False


def most_taken() -> float:
    """The most memory this process ever had, in megabytes; 0 on Windows, which does not tell."""
    if sys.platform == "win32":
        return 0
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1e6 if sys.platform == "darwin" else 1e3)

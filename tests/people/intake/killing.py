"""A real process that does a census's work and is killed (kill -9) at a named point of it."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from importlib import import_module
from typing import Any
from uuid import UUID

from django.db import connections
from django.utils import timezone

from rihai.kit.jobs.run import do, take_up
from rihai.people.intake.jobs import LONG

BEFORE, AFTER = "before", "after"


def killed_at(job_id: UUID, point: str, when: str, turn: int = 1) -> None:
    """Do the job in a child of this process, which dies at the point ("module:function") without a word."""
    connections.close_all()  # a connection must not be shared by two processes
    child = os.fork()
    if child == 0:
        try:
            _set_trap(point, when, turn)
            do(job_id, timezone.now)
        finally:
            os._exit(7)
    _pid, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), f"{point} was never reached"
    assert os.WTERMSIG(status) == signal.SIGKILL


def followed(job_id: UUID) -> None:
    """Another worker finds the job left behind and does it."""
    assert take_up(timezone.now() + LONG * 2) == 1
    do(job_id, timezone.now)


def _set_trap(point: str, when: str, turn: int) -> None:
    module_name, _, name = point.partition(":")
    module = import_module(module_name)
    real: Callable[..., Any] = getattr(module, name)
    calls = 0

    def trap(*args: Any, **kwargs: Any) -> Any:
        nonlocal calls
        calls += 1
        if when == BEFORE and calls == turn:
            os.kill(os.getpid(), signal.SIGKILL)
        answer = real(*args, **kwargs)
        if when == AFTER and calls == turn:
            os.kill(os.getpid(), signal.SIGKILL)
        return answer

    setattr(module, name, trap)

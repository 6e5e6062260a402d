"""A real process that does an act and is killed (kill -9): at a named point of it, or whenever it happens."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from importlib import import_module
from typing import Any

from django.db import connections

BEFORE, AFTER = "before", "after"


def killed_in(act: Callable[[], object], point: str, when: str, turn: int = 1) -> None:
    """Do the act in a child of this process, which dies at the point ("module:function") without a word."""
    status = _waited(_child(act, lambda: _set_trap(point, when, turn)))
    assert os.WIFSIGNALED(status), f"{point} was never reached"
    assert os.WTERMSIG(status) == signal.SIGKILL


def killed_after(act: Callable[[], object], seconds: float) -> bool:
    """Do the act in a child that is killed after a time; says whether that was before it had ended."""
    child = _child(act, lambda: None)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(_waited(child))


def _child(act: Callable[[], object], begin: Callable[[], None]) -> int:
    connections.close_all()  # a connection must not be shared by two processes
    child = os.fork()
    if child == 0:
        try:
            begin()
            act()
        finally:
            os._exit(7)
    return child


def _waited(child: int) -> int:
    return os.waitpid(child, 0)[1]


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

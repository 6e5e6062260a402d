"""The three parts of a running office, each in a process of its own."""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import close_old_connections, connection

from rihai.kit.house import acting_for

EVERY = 60
"""Seconds between two ticks."""
log = logging.getLogger(__name__)


def site(bind: str, workers: int) -> None:
    """The web server: gunicorn, or waitress on Windows (written, not tried there)."""
    if sys.platform == "win32":
        _waitress(bind)
    else:
        _gunicorn(bind, workers)


def worker(at: datetime) -> None:
    """The worker of long jobs; at SIGTERM it ends after the step it is in, or is killed and its job taken up again.

    One that a long list made large ends after its task, and its keeper starts a small one: what Python once took it
    hardly gives back, and the next list would come on top.
    """
    from rihai.kit.jobs.run import take_up_left
    from rihai.kit.serving.worker import SmallWorker

    if connection.vendor == "sqlite":  # an office on one machine: no other worker is alive
        with acting_for(None):
            take_up_left(at)
    one = SmallWorker()
    one.configure_signals()
    one.run()


def tick(_at: datetime) -> None:
    """What the clock brings, every minute."""
    while True:
        began = time.monotonic()
        try:
            call_command("tick", verbosity=0)
        except SystemExit:
            log.error("a tick failed; the others ran, and it is tried again in a minute")
        close_old_connections()
        time.sleep(max(1.0, EVERY - (time.monotonic() - began)))


PARTS: Mapping[str, Callable[[datetime], None]] = {"worker": worker, "tick": tick}


def end_with_parent() -> None:
    """End this process when the one that started it is gone, however that ended: its pipe closes."""

    def wait() -> None:
        while os.read(0, 1024):
            pass
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=wait, daemon=True).start()


def _gunicorn(bind: str, workers: int) -> None:
    """With the application loaded before the workers are made: the keys came to this process, workers inherit them.

    No access log: which pages people opened belongs into the audit trail alone.
    """
    from gunicorn.app.wsgiapp import run

    options = {
        "bind": bind, "workers": workers, "threads": 4, "worker-class": "gthread", "log-level": "warning",
        "timeout": 120, "graceful-timeout": 10, "max-requests": 5000, "max-requests-jitter": 500,
    }  # fmt: skip
    memory = Path("/dev/shm")  # noqa: S108 - where a worker gives its sign of life without touching the disk
    if memory.is_dir():
        options["worker-tmp-dir"] = str(memory)
    module, _, name = settings.WSGI_APPLICATION.rpartition(".")
    sys.argv = ["rihai", *(f"--{key}={value}" for key, value in options.items()), "--preload", f"{module}:{name}"]
    run()


def _waitress(bind: str) -> None:
    from django.core.wsgi import get_wsgi_application
    from waitress import serve

    # Waitress spools what is larger than these to the disk, in the open.
    whole = settings.UPLOAD_BYTES * 2
    serve(get_wsgi_application(), listen=bind, threads=8, inbuf_overflow=whole, outbuf_overflow=whole, ident="rihai")

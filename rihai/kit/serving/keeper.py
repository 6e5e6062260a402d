"""Keeps the parts of an office going: starts each with the keys through a pipe, starts again what died, ends all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import FrameType

from rihai.kit.keyring import Keyring, hand_over

PATIENCE = 15.0
"""Seconds a part has to end by itself; a job cut off then is taken up again later."""
HASTY, TRIES = 10.0, 5
"""A part that ends within so many seconds, so many times in a row, is not started again."""


@dataclass(slots=True)
class Part:
    """One part: the words that start it, its process, when that began, and how often it ended in haste."""

    name: str
    words: Sequence[str]
    process: subprocess.Popen[bytes] | None = None
    began: float = 0.0
    hasty: int = 0
    rests_until: float = 0.0


class Keeper:
    """Runs parts until a signal comes or one of them cannot be kept going."""

    def __init__(self, parts: Sequence[Part], keyring: Keyring, say: Callable[[str], object]) -> None:
        self.parts = parts
        self.keyring = keyring
        self.say = say
        self.is_over = False

    def run(self) -> int:
        """0 when it was told to end, 1 when a part cannot be kept going. Ends every part before it returns."""
        for number in (signal.SIGINT, signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)):
            signal.signal(number, self._told)
        code = 0
        try:
            while not self.is_over:
                if not all(self._kept(part) for part in self.parts):
                    code = 1
                    break
                time.sleep(0.2)
        finally:
            self._end()
        return code

    def _told(self, number: int, frame: FrameType | None) -> None:
        self.is_over = True

    def _kept(self, part: Part) -> bool:
        """Whether the part runs, or will again in a moment."""
        now = time.monotonic()
        if part.process is None:
            if now >= part.rests_until:
                self._start(part)
            return True
        code = part.process.poll()
        if code is None:
            return True
        # A worker that its work made large ends in order, with 0, however soon.
        part.hasty = part.hasty + 1 if code and now - part.began < HASTY else 0
        part.process = None
        if part.hasty >= TRIES:
            self.say(f"The {part.name} ends as soon as it is started (exit code {code}). Rihai stops; see above why.")
            return False
        part.rests_until = now + min(0.5 * 2**part.hasty, 10)
        self.say(f"The {part.name} ended (exit code {code}) and is started again.")
        return True

    def _start(self, part: Part) -> None:
        environment = {**os.environ, "RIHAI_KEYRING_FD": "0"}
        environment.pop("RIHAI_PASSPHRASE_FD", None)
        # A session of its own, so that Ctrl-C reaches this process alone, which ends the parts in order.
        part.process = subprocess.Popen(
            [sys.executable, "-m", "rihai", *part.words], env=environment, stdin=subprocess.PIPE, start_new_session=True
        )
        assert part.process.stdin, "asked for above"
        hand_over(self.keyring, part.process.stdin.fileno())
        part.began = time.monotonic()

    def _end(self) -> None:
        running = [part.process for part in self.parts if part.process and part.process.poll() is None]
        for process in running:
            process.terminate()
        until = time.monotonic() + PATIENCE
        for process in running:
            try:
                process.wait(max(0.1, until - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

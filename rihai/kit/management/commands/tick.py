"""`rihai tick`: what the clock brings, once; a timer calls it every minute, or `rihai serve` does."""

from __future__ import annotations

import logging
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from rihai.kit.house import acting_for
from rihai.kit.offers import Tick, offered

log = logging.getLogger(__name__)


class Command(BaseCommand):
    """Runs every offered tick; harmless however often, and twice at once."""

    help = "raise what fell due and take up work whose worker died; asks the data, keeps no schedule"
    requires_system_checks = ()  # they would load every page, which a timer that calls it each minute pays for

    def handle(self, *args: Any, **options: Any) -> None:
        at = timezone.now()
        failed = []
        for tick in offered(Tick):
            try:
                with acting_for(None):
                    raised = tick.run(at)
            except Exception as error:
                # One room's trouble must not keep the others from what is due; the text may hold personal data.
                log.error("tick %s failed: %s", tick.name, type(error).__name__)
                failed.append(tick.name)
                continue
            if raised and options["verbosity"]:
                self.stdout.write(f"{tick.name}: {raised}")
        if failed:
            raise SystemExit(1)

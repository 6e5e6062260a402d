"""`rihai places seed`: takes in the published places and figures."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from rihai.places.operations import seed


class Command(BaseCommand):
    """The places of the country; run again after an upgrade, it adds only what is new."""

    help = "seed: take in the published provinces, districts, prisons and courts with their figures"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One word says what to do."""
        parser.add_argument("act", choices=["seed"])

    def handle(self, *args: Any, **options: Any) -> None:
        """Take them in and say how many were new."""
        done = seed(actor=None, at=timezone.now())
        self.stdout.write(
            f"{done.places} places, {done.sorts} sorts of court, {done.capacities} capacities and "
            f"{done.counts} counts were new."
        )

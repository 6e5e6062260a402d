"""`rihai audit verify | head`: proves the trail whole, and prints its end for keeping elsewhere."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from rihai.errors import RihaiError
from rihai.kit.audit.chain import verify
from rihai.kit.house import acting_for


class Command(BaseCommand):
    """Verifies the audit trail, or prints its head."""

    help = "verify: read the whole audit trail and prove that no line was changed, taken out, put in or moved"
    requires_system_checks = ()  # they would load every page first

    def add_arguments(self, parser: CommandParser) -> None:
        acts = parser.add_subparsers(dest="act", required=True, metavar="verify|head")
        verifying = acts.add_parser(
            "verify", help="prove the trail; exit code 1 and the number of the line if it fails"
        )
        verifying.add_argument("--head", default="", metavar="N:DIGEST", help="a head printed earlier, from the safe")
        acts.add_parser("head", help="prove the trail and print its head alone, to be kept where nobody here can write")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with acting_for(None):
                found = verify(options.get("head") or "")
        except RihaiError as error:
            raise CommandError(str(error)) from error
        if not found.holds:
            raise CommandError(f"The trail does NOT hold. {found.wrong}")
        if options["act"] == "head":
            self.stdout.write(found.head)
        else:
            self.stdout.write(f"The trail holds: {found.number:,} lines. Its head: {found.head}")

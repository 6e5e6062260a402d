"""The walls of PostgreSQL: who asks, what each sees, and the tables of this room and of kit that hold a person."""

from __future__ import annotations

from django.db import migrations

from rihai.accounts import walls
from rihai.kit.wall import Statements, Wall

ASKED = f"account_id = {walls.MINE} OR second_id = {walls.MINE} OR {walls.may('glass.review')} OR {walls.HOUSE}"
DESK = f"{walls.may('demands.record')} OR {walls.may('demands.decide')} OR {walls.HOUSE}"
OPENINGS = (
    f"actor_id = {walls.MINE} OR {walls.may('audit.read')} OR (({walls.sees('kit_opening', 'personal')})"
    f" AND (({walls.sees('kit_opening', 'sealed')})"
    " OR (actor_id, person_id) NOT IN (SELECT account_id, person_id FROM rihai_sealed_pairs())))"
)
OWN_FILE = f"kept_by = {walls.MINE} OR {walls.HOUSE}"
FILES = " OR ".join(
    [
        OWN_FILE,
        "person_id IS NULL AND data_class <> 'sealed'",
        *(
            f"(data_class = '{one}' AND ({walls.sees('kit_storedfile', one)}))"
            for one in ("personal", "health", "legal", "sealed")
        ),
    ]
)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial"), ("kit", "0001_initial"), ("places", "0001_initial")]
    operations = [
        walls.RoleTable(digest="414e1c978295fecd"),
        Statements(walls.FUNCTIONS, walls.FUNCTIONS_GONE),
        Wall(
            "accounts_grant",
            sees=f"account_id = {walls.MINE} OR {walls.may('desk.keep')} OR {walls.HOUSE}",
            writes=walls.HOUSE,
        ),
        Wall("accounts_presence", sees=walls.PRESENCE, writes=walls.HOUSE),
        Wall(
            "accounts_guarded",
            sees=f"({walls.sees('accounts_guarded', 'personal')}) OR {walls.HOUSE}",
            writes=walls.HOUSE,
        ),
        Wall("accounts_breakglass", sees=ASKED),
        Wall("accounts_demand", sees=DESK),
        Wall(
            "accounts_notification",
            sees=f"account_id = {walls.MINE} OR {walls.HOUSE}",
        ),
        Wall("kit_opening", sees=OPENINGS, writes=f"actor_id = {walls.MINE} OR {walls.HOUSE}"),
        Wall(
            "kit_event",
            sees=f"actor_id = {walls.MINE} OR {walls.may('audit.read')}",
            writes="false",
            adds="true",
        ),
        Wall("kit_storedfile", sees=FILES, writes=FILES),
    ]

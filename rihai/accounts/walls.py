"""What PostgreSQL's walls ask: the functions they fetch sets from, and the condition for a table about persons.

A later room's migration writes `Wall("people_note", sees=sees("people_note", "health"))` and depends on this room's
last migration. The functions run as their owner (SECURITY DEFINER), so that they read the tables of access freely.
"""

from __future__ import annotations

import hashlib

from rihai.accounts.models.account import SYSTEM_ID
from rihai.accounts.roles import ROLES
from rihai.kit.wall import Statements

_DEFINED = "LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp"

FUNCTIONS = f"""
CREATE FUNCTION rihai_actor() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT nullif(current_setting('rihai.actor', true), '')::uuid $$;
CREATE FUNCTION rihai_at() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(nullif(current_setting('rihai.at', true), '')::timestamptz, now()) $$;
CREATE FUNCTION rihai_day() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(nullif(current_setting('rihai.day', true), '')::date, current_date) $$;

CREATE FUNCTION rihai_posts() RETURNS TABLE (role text, outer_id bigint, everywhere boolean) {_DEFINED} AS $$
    SELECT p.role, coalesce(p.place_id, u.place_id), p.place_id IS NULL AND p.unit_id IS NULL
    FROM accounts_posting p
    JOIN accounts_account a ON a.id = p.account_id AND a.is_active
    LEFT JOIN accounts_unitplace u ON u.unit_id = p.unit_id
    WHERE p.account_id = rihai_actor() AND p.started_on <= rihai_day()
      AND (p.ended_on IS NULL OR rihai_day() < p.ended_on)
    UNION ALL SELECT 'system', NULL, true WHERE rihai_actor() = '{SYSTEM_ID}' $$;

CREATE FUNCTION rihai_may(asked text) RETURNS boolean {_DEFINED} AS $$
    SELECT EXISTS (SELECT 1 FROM rihai_posts() p JOIN rihai_role_capabilities() c ON c.role = p.role
                   WHERE c.capability = asked) $$;

CREATE FUNCTION rihai_places(class text, guarded_too boolean) RETURNS bigint[] {_DEFINED} AS $$
    WITH seen AS (
        SELECT p.outer_id, p.everywhere FROM rihai_posts() p JOIN rihai_role_classes() c ON c.role = p.role
        WHERE c.data_class = class AND c.by_place AND (c.guarded OR NOT guarded_too))
    SELECT CASE WHEN EXISTS (SELECT 1 FROM seen WHERE everywhere)
        THEN (SELECT coalesce(array_agg(id), '{{}}') FROM places_place)
        ELSE (SELECT coalesce(array_agg(DISTINCT i.inner_id), '{{}}')
              FROM places_inside i JOIN seen ON seen.outer_id = i.outer_id) END $$;

CREATE FUNCTION rihai_persons(class text) RETURNS uuid[] {_DEFINED} AS $$
    SELECT coalesce(array_agg(DISTINCT g.person_id), '{{}}') FROM accounts_grant g
    WHERE g.account_id = rihai_actor() AND g.data_class = class
      AND g.started_at <= rihai_at() AND (g.ended_at IS NULL OR rihai_at() < g.ended_at)
      AND EXISTS (SELECT 1 FROM rihai_posts() p LEFT JOIN rihai_role_classes() c ON c.role = p.role
                  WHERE g.ground = 'glass' OR c.data_class = class) $$;

CREATE FUNCTION rihai_sealed_pairs() RETURNS TABLE (account_id uuid, person_id uuid) {_DEFINED} AS $$
    SELECT DISTINCT g.account_id, g.person_id FROM accounts_grant g WHERE g.data_class = 'sealed' $$;
"""


def role_table() -> str:
    """The table of roles as two functions: no flush takes their rows away, and the application cannot change them."""
    classes = [
        f"('{role.key}', '{one}', {one in role.by_place}, {role.guarded})"
        for role in ROLES.values()
        for one in sorted(role.classes)
    ]
    capabilities = [f"('{role.key}', '{one}')" for role in ROLES.values() for one in sorted(role.capabilities)]
    defined = "LANGUAGE sql IMMUTABLE PARALLEL SAFE AS"
    return (
        "CREATE OR REPLACE FUNCTION rihai_role_classes()"
        f" RETURNS TABLE (role text, data_class text, by_place boolean, guarded boolean) {defined}"
        f" $$ VALUES {', '.join(classes)} $$;"
        f" CREATE OR REPLACE FUNCTION rihai_role_capabilities() RETURNS TABLE (role text, capability text) {defined}"
        f" $$ VALUES {', '.join(capabilities)} $$"
    )


def role_digest() -> str:
    """Tells whether `roles.py` is still what the last migration wrote."""
    return hashlib.sha256(role_table().encode()).hexdigest()[:16]


class RoleTable(Statements):
    """Writes `roles.py` into PostgreSQL as it stands; a change of roles asks for a new migration with its digest."""

    def __init__(self, digest: str) -> None:
        self.digest = digest
        super().__init__(role_table(), "SELECT 1")

    def deconstruct(self) -> tuple[str, list[object], dict[str, object]]:
        return type(self).__name__, [], {"digest": self.digest}

    def describe(self) -> str:
        return "Writes the table of roles"


FUNCTIONS_GONE = """
DROP FUNCTION rihai_sealed_pairs(); DROP FUNCTION rihai_persons(text); DROP FUNCTION rihai_places(text, boolean);
DROP FUNCTION rihai_may(text); DROP FUNCTION rihai_posts(); DROP FUNCTION rihai_day(); DROP FUNCTION rihai_at();
DROP FUNCTION rihai_actor(); DROP FUNCTION rihai_role_classes(); DROP FUNCTION rihai_role_capabilities();
"""

MINE = "(SELECT rihai_actor())"
HOUSE = "(SELECT rihai_may('access.keep'))"


def may(capability: str) -> str:
    """Whoever has the capability."""
    return f"(SELECT rihai_may('{capability}'))"


def at_my_places(column: str, data_class: str, *, guarded: bool = False) -> str:
    """Rows whose place is one where the asker sees the class."""
    return f"{column} = ANY ((SELECT rihai_places('{data_class}', {str(guarded).lower()}))::bigint[])"


def granted(column: str, data_class: str) -> str:
    """Rows whose person was granted to the asker in that class."""
    return f"{column} = ANY ((SELECT rihai_persons('{data_class}'))::uuid[])"


def sees(table: str, data_class: str, *, column: str = "person_id") -> str:
    """The condition for a table about persons, each of whose rows holds this class; the same as `queries.sees`.

    OFFSET 0 changes nothing but the plan: with it PostgreSQL looks a row's person up by the index when it needs to,
    and does not begin by reading every presence there is, which takes seconds where a page needs twenty rows.
    """
    person = f"{table}.{column}"
    return (
        f"{granted(person, data_class)} OR EXISTS (SELECT 1 FROM accounts_presence held WHERE held.person_id = {person}"
        f" AND (held.seen_until IS NULL OR held.seen_until > (SELECT rihai_day()))"
        f" AND ((NOT held.guarded AND {at_my_places('held.place_id', data_class)})"
        f" OR (held.guarded AND {at_my_places('held.place_id', data_class, guarded=True)})) OFFSET 0)"
    )


PRESENCE = (
    f"(NOT guarded AND {at_my_places('place_id', 'personal')})"
    f" OR (guarded AND {at_my_places('place_id', 'personal', guarded=True)}) OR {granted('person_id', 'personal')}"
)
"""A presence is seen by its own place, whatever its day, and where its person is granted."""

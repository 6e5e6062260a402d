"""Seals anew, with the newest key, what older keys sealed; stopped in the middle, it goes on where it was.

Each batch is one transaction of its own. A row is saved by its own model's `save()`, because nothing else seals; the
old key stays in the keyring until no row needs it, so that people go on working meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.apps import apps
from django.db import models, transaction

from rihai.kit.sealed.cipher import Sealed, keyring
from rihai.kit.sealed.field import SealedText

BATCH = 500


def sealed_fields() -> Iterator[tuple[type[models.Model], list[str]]]:
    """Every model with sealed fields, and their names."""
    for model in apps.get_models():
        names = [field.attname for field in model._meta.local_fields if isinstance(field, SealedText)]
        if names and model._meta.managed and not model._meta.proxy:
            yield model, names


def keys_in_use() -> set[str]:
    """The names of the keys by which something is sealed now."""
    return {
        value.key_name
        for model, names in sealed_fields()
        for row in model._base_manager.values_list(*names).iterator(chunk_size=BATCH)
        for value in row
        if isinstance(value, Sealed)
    }


def reseal() -> int:
    """Seal anew every row of which something was sealed by an older key; says how many."""
    return sum(_reseal(model, names) for model, names in sealed_fields())


def _reseal(model: type[models.Model], names: list[str]) -> int:
    newest = keyring().field_keys[0][0]
    done, last = 0, None
    while True:
        rows = model._base_manager.order_by("pk")
        batch = list((rows.filter(pk__gt=last) if last is not None else rows).only("pk", *names)[:BATCH])
        if not batch:
            return done
        last = batch[-1].pk
        old = [row.pk for row in batch if any(_is_old(row.__dict__.get(name), newest) for name in names)]
        if old:
            done += _save(model, old, names)


@transaction.atomic
def _save(model: type[models.Model], keys: list[object], names: list[str]) -> int:
    rows = list(model._base_manager.select_for_update().filter(pk__in=keys).only("pk", *names))
    for row in rows:
        for name in names:
            setattr(row, name, getattr(row, name))
        row.save(update_fields=names)
    return len(rows)


def _is_old(value: object, newest: str) -> bool:
    return isinstance(value, Sealed) and value.key_name != newest

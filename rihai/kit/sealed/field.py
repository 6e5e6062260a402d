"""A model's field that is sealed when saved and unsealed when first read.

    identity = SealedText(seal="people.person.identity", blank=True)

`save()` and `bulk_create()` seal. `update()`, `bulk_update()` and every lookup but `isnull` are refused, because they
would bring an open text near the database; `values()` gives the sealed bytes. A row whose text nobody read is saved
with the bytes it had.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.db import models
from django.db.models.query_utils import DeferredAttribute
from django.utils.translation import gettext_lazy as _

from rihai.kit.sealed.cipher import Sealed, seal, unseal

if TYPE_CHECKING:
    Text = models.Field[str | None, str | None]
else:
    Text = models.Field


class Opened(DeferredAttribute):
    """Unseals on first reading, so that a list which does not read it pays nothing."""

    field: SealedText

    def __get__(self, instance: Any, cls: Any = None) -> Any:
        value = super().__get__(instance, cls)
        if isinstance(value, Sealed):
            value = unseal(value, self.field.seal, instance.pk)
            instance.__dict__[self.field.attname] = value
        return value

    def __set__(self, instance: Any, value: Any) -> None:
        instance.__dict__[self.field.attname] = value


class SealedText(Text):
    """Text that only this office's keyring can read; `seal` is its fixed label, never to be changed."""

    descriptor_class = Opened
    seal: str
    description = _("Sealed text")

    def __init__(self, *args: Any, seal: str, **kwargs: Any) -> None:
        self.seal = seal
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "seal": self.seal}

    def get_internal_type(self) -> str:
        return "BinaryField"

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Sealed | None:
        """What the database holds, sealed still."""
        return None if value is None else Sealed(value)

    def pre_save(self, model_instance: models.Model, add: bool) -> Sealed | None:
        """The value sealed to its row; bytes nobody read are proven to belong here and kept."""
        value = model_instance.__dict__.get(self.attname)
        if value is None:
            return None
        if isinstance(value, Sealed):
            unseal(value, self.seal, model_instance.pk)
            return value
        return seal(str(value), self.seal, model_instance.pk)

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        """Only what is sealed is written. Raises TypeError for an open text (update, bulk_update, a raw load)."""
        if value is None:
            return None
        if not isinstance(value, Sealed):
            raise TypeError(f"{self.seal} is sealed: it is written by save() or bulk_create() alone")
        return connection.Database.Binary(value)

    def get_lookup(self, lookup_name: str) -> Any:
        """Whether there is a value is all that can be asked; by what it holds, ask its blind index."""
        return super().get_lookup(lookup_name) if lookup_name == "isnull" else None

    def get_transform(self, lookup_name: str) -> Any:
        return None

    def value_to_string(self, obj: models.Model) -> str:
        raise TypeError(f"{self.seal} is sealed: it is not dumped in the open")

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": forms.CharField, **kwargs})

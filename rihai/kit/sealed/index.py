"""The blind index of a sealed field: finds equal values without telling them.

    identity_index = BlindIndex(of="identity", seal="people.person.identity")
    Person.objects.filter(identity_index="91234-5678901-2")

It follows its field when saved. It is not unique: a unique index answers, through PostgreSQL's wall, whether a number
exists. Whoever has the database sees that two rows hold the same value, not which.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.kit.sealed.cipher import Sealed, blind

if TYPE_CHECKING:
    Bytes = models.Field[bytes | str | None, bytes | None]
else:
    Bytes = models.Field
LOOKUPS = frozenset({"exact", "in", "isnull"})


def digits(text: str) -> str:
    """The decimal digits alone, of whatever script, in ASCII."""
    return "".join(str(unicodedata.decimal(one)) for one in text if unicodedata.decimal(one, None) is not None)


def folded(text: str) -> str:
    """Without difference of case, width or spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


NORMALISERS: Mapping[str, Callable[[str], str]] = {"digits": digits, "folded": folded}


class BlindIndex(Bytes):
    """Sixteen bytes beside a sealed field; `of` names the field, `normaliser` is digits or folded.

    A text of which the normaliser leaves nothing is not indexed, and never found.
    """

    description = _("Blind index")

    def __init__(self, *args: Any, of: str, seal: str, normaliser: str = "digits", **kwargs: Any) -> None:
        self.of, self.seal, self.normaliser = of, seal, normaliser
        super().__init__(*args, **{**kwargs, "null": True, "editable": False, "db_index": True})

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        for fixed in ("null", "editable", "db_index"):
            del kwargs[fixed]
        return name, path, args, {**kwargs, "of": self.of, "seal": self.seal, "normaliser": self.normaliser}

    def get_internal_type(self) -> str:
        return "BinaryField"

    def pre_save(self, model_instance: models.Model, add: bool) -> bytes | None:
        """The index of what the sealed field holds now; where nobody read that, the index it had."""
        value = model_instance.__dict__.get(self.of, Sealed())
        if not isinstance(value, Sealed):
            setattr(model_instance, self.attname, self.index(value))
        kept: bytes | None = getattr(model_instance, self.attname)
        return kept

    def index(self, text: str | None) -> bytes | None:
        """The index of a text as a person wrote it; None when nothing of it counts."""
        plain = NORMALISERS[self.normaliser](text or "")
        return blind(plain, self.seal) if plain else None

    def get_prep_value(self, value: Any) -> Any:
        """A text asked for becomes its index; one of which nothing counts matches no row."""
        if isinstance(value, str):
            return self.index(value) or b""
        return None if value is None else bytes(value)

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        plain = value if prepared else self.get_prep_value(value)
        return None if plain is None else connection.Database.Binary(plain)

    def get_lookup(self, lookup_name: str) -> Any:
        """Equal, in, or absent; nothing else can be asked of it."""
        return super().get_lookup(lookup_name) if lookup_name in LOOKUPS else None

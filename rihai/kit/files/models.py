"""What is kept of a stored file beside its sealed bytes."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.kit.classes import DataClass
from rihai.kit.ids import new_id
from rihai.kit.sealed import SealedText


class StoredFile(models.Model):
    """A file somebody gave us. Its bytes lie in Django's storage under a random name, encrypted to the keyring.

    The digest of its open bytes is sealed, because with it in the open anybody could ask whether we hold a file they
    have; `sealed_digest` is of the encrypted bytes, tells nothing, and stands in the audit trail too. `owner` is the
    name of the FileOwner offer that says who may read it; empty, only who kept it may.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    owner = models.CharField(max_length=100, blank=True)
    person_id = models.UUIDField(null=True, blank=True, db_index=True)
    data_class = models.CharField(_("class of data"), max_length=10, choices=DataClass.choices)
    name = SealedText(seal="kit.file.name")
    digest = SealedText(seal="kit.file.digest")
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    stored_as = models.CharField(max_length=100)
    sealed_digest = models.CharField(max_length=64)
    kept_at = models.DateTimeField()
    kept_by = models.UUIDField(null=True)

    def __str__(self) -> str:
        return str(self.pk)

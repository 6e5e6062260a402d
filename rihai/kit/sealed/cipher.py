"""Seals a text to its place: AES-256-GCM, bound to the seal's name and the row's key, so that it opens nowhere else.

A sealed value is the key's name (8 bytes), a nonce (12 bytes) and the ciphertext with its tag. Its length tells how
long the text is. The seal's name is a fixed label, so that a model may be renamed without sealing anew.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from rihai.errors import Unreadable
from rihai.kit.keyring import Keyring

NAME, NONCE, INDEX = 8, 12, 16


class CannotUnseal(Unreadable):
    """A sealed value was moved to another row, was changed, or its key is not in the keyring."""


class Sealed(bytes):
    """A sealed value, as the database holds it; the only kind that a sealed field writes."""

    @property
    def key_name(self) -> str:
        """The name of the key that sealed it."""
        return self[:NAME].rstrip(b"\0").decode("ascii", "replace")


def keyring() -> Keyring:
    """The keys of this office."""
    held: Keyring = settings.KEYRING
    return held


def seal(text: str, label: str, pk: object) -> Sealed:
    """The text sealed with the newest key to one seal and row. Raises ValueError when the row has no key yet."""
    if pk is None:
        raise ValueError("A sealed value is bound to its row's key, which must exist first")
    name, key = keyring().field_keys[0]
    nonce = secrets.token_bytes(NONCE)
    return Sealed(_padded(name) + nonce + AESGCM(key).encrypt(nonce, text.encode("utf-8"), _bound(name, label, pk)))


def unseal(value: bytes, label: str, pk: object) -> str:
    """The text. Raises CannotUnseal for any other row, seal, key or changed byte."""
    sealed = Sealed(value)
    key = dict(keyring().field_keys).get(sealed.key_name)
    if key is None:
        raise CannotUnseal("A sealed value was written with a key that is not in the keyring; look for an older one.")
    nonce, rest = sealed[NAME : NAME + NONCE], sealed[NAME + NONCE :]
    try:
        return AESGCM(key).decrypt(nonce, rest, _bound(sealed.key_name, label, pk)).decode("utf-8")
    except (InvalidTag, ValueError) as error:
        raise CannotUnseal("A sealed value does not belong to its row, or was changed.") from error


def blind(text: str, label: str) -> bytes:
    """Sixteen bytes by which equal texts under one seal are found; nothing can be read from them without the key."""
    key = hmac.digest(keyring().index_key, b"blind:" + label.encode("utf-8"), hashlib.sha256)
    return hmac.digest(key, text.encode("utf-8"), hashlib.sha256)[:INDEX]


def _padded(name: str) -> bytes:
    raw = name.encode("ascii")
    if not 0 < len(raw) <= NAME:
        raise ValueError(f"The name of a key has one to {NAME} letters")
    return raw.ljust(NAME, b"\0")


def _bound(name: str, label: str, pk: object) -> bytes:
    return f"{name}|{label}:{pk}".encode()

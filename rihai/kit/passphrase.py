"""The keyring of an office, wrapped: opened by the office's passphrase or by the recovery code in the safe.

A random key encrypts the keyring (AES-256-GCM); that key is wrapped under keys that Argon2id (RFC 9106) makes of the
passphrase and of the recovery code. A passphrase is therefore changed without touching the database. An office that is
not encrypted keeps its keyring in the open and, beside it, a copy wrapped by the recovery code alone, for its backups.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
from typing import Any, Literal

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from rihai.errors import Refused, Unreadable

By = Literal["passphrase", "recovery"]
MEMORY_KIB, PASSES, LANES = 256 * 1024, 3, 4
SHORTEST = 14
"""Letters a passphrase must have: whoever holds the laptop may try as long as they like."""
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32 (https://www.crockford.com/base32.html): no letter that is taken for another."""
SYMBOLS, CHECK, GROUP = 30, 2, 4


class WrongPassphrase(Unreadable):
    """The passphrase or recovery code does not open this keyring."""


def new_recovery_code() -> str:
    """Thirty random symbols (150 bits) and two that check them, in groups of four."""
    symbols = "".join(secrets.choice(ALPHABET) for _ in range(SYMBOLS))
    code = symbols + _check(symbols)
    return "-".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))


def read_recovery_code(text: str) -> str:
    """The code as typed, in its one form. Raises Unreadable when it was mistyped, as the check symbols tell."""
    plain = "".join(one for one in text.upper().translate(str.maketrans("OIL", "011")) if one.isalnum())
    if len(plain) != SYMBOLS + CHECK or _check(plain[:SYMBOLS]) != plain[SYMBOLS:]:
        raise Unreadable("This is not a recovery code: compare it with the sheet, group by group.")
    return plain


def is_recovery_code(text: str) -> bool:
    """Whether a text reads as a recovery code."""
    try:
        return bool(read_recovery_code(text))
    except Unreadable:
        return False


def ensure_strong(passphrase: str) -> None:
    """Raises Refused for a passphrase that could be guessed by trying."""
    if len(passphrase) < SHORTEST or len(set(passphrase.lower())) < 8:
        raise Refused(f"The passphrase needs at least {SHORTEST} letters, of many kinds: five or six words do well.")


def wrap(secret: str, *, passphrase: str = "", recovery_code: str = "") -> str:
    """The secret text as a file's content, to be opened by either of the two. Raises ValueError without any."""
    key, nonce = secrets.token_bytes(32), secrets.token_bytes(12)
    wraps = [_wrapped(key, "passphrase", passphrase)] if passphrase else []
    wraps += [_wrapped(key, "recovery", read_recovery_code(recovery_code))] if recovery_code else []
    if not wraps:
        raise ValueError("Keys that nobody can open are lost")
    held = {
        "rihai": "keyring, sealed",
        "version": 1,
        "wraps": wraps,
        "nonce": _text(nonce),
        "keyring": _text(AESGCM(key).encrypt(nonce, secret.encode("utf-8"), b"keyring")),
    }
    return json.dumps(held, indent=1)


def rewrap(sealed: str, given: str, passphrase: str) -> str:
    """The same content, opened by a new passphrase; `given` is the old one or the recovery code, which stays."""
    held = _read(sealed)
    key = _key(held, given)
    kept = [one for one in held["wraps"] if one["by"] != "passphrase"]
    held["wraps"] = [*kept, _wrapped(key, "passphrase", passphrase)]
    return json.dumps(held, indent=1)


def reseal(sealed: str, given: str, secret: str) -> str:
    """The same wraps around another secret: what a change of keys writes."""
    held = _read(sealed)
    key, nonce = _key(held, given), secrets.token_bytes(12)
    held |= {"nonce": _text(nonce), "keyring": _text(AESGCM(key).encrypt(nonce, secret.encode("utf-8"), b"keyring"))}
    return json.dumps(held, indent=1)


def unwrap(sealed: str, given: str) -> str:
    """The secret text, by passphrase or recovery code.

    Raises WrongPassphrase when neither opens it, Unreadable when it is no sealed keyring.
    """
    held = _read(sealed)
    key = _key(held, given)
    return AESGCM(key).decrypt(_bytes(held["nonce"]), _bytes(held["keyring"]), b"keyring").decode("utf-8")


def _key(held: dict[str, Any], given: str) -> bytes:
    for by, plain in _ways(given):
        for one in held["wraps"]:
            if one["by"] == by:
                try:
                    derived = _derived(plain, one)
                    return AESGCM(derived).decrypt(_bytes(one["nonce"]), _bytes(one["key"]), by.encode())
                except InvalidTag:
                    continue
    raise WrongPassphrase("This passphrase does not open the office's keys. Mind the keyboard's language and capitals.")


def _ways(given: str) -> list[tuple[By, str]]:
    """What was given as a recovery code, if it reads as one, and as a passphrase."""
    by_code: list[tuple[By, str]] = [("recovery", read_recovery_code(given))] if is_recovery_code(given) else []
    return [*by_code, ("passphrase", given)]


def _wrapped(key: bytes, by: By, plain: str) -> dict[str, Any]:
    how = {"by": by, "salt": _text(secrets.token_bytes(16)), "memory_kib": MEMORY_KIB, "passes": PASSES, "lanes": LANES}
    nonce = secrets.token_bytes(12)
    return how | {"nonce": _text(nonce), "key": _text(AESGCM(_derived(plain, how)).encrypt(nonce, key, by.encode()))}


def _derived(plain: str, how: dict[str, Any]) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(
        plain.encode("utf-8"), _bytes(how["salt"]), time_cost=how["passes"], memory_cost=how["memory_kib"],
        parallelism=how["lanes"], hash_len=32, type=Type.ID,
    )  # fmt: skip


def _read(sealed: str) -> dict[str, Any]:
    try:
        held: dict[str, Any] = json.loads(sealed)
        if held["rihai"] != "keyring, sealed" or held["version"] != 1:
            raise ValueError
    except (ValueError, KeyError, TypeError) as error:
        raise Unreadable("This is not the sealed keyring of an office; take a copy of it, or rihai restore.") from error
    return held


def _check(symbols: str) -> str:
    number = int.from_bytes(hashlib.sha256(symbols.encode("ascii")).digest()[:2], "big")
    return ALPHABET[number % 32] + ALPHABET[number // 32 % 32]


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)

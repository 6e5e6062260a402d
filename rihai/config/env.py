"""Every setting an office can give by the environment: its name, how it is read, what it is for, its default.

`python -m rihai.config.env` prints them all as a file to fill in (`.env.example`). A value that cannot be read stops
the start with a sentence; an unknown name that begins with RIHAI_ does too, because a misspelt setting is a silent one.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from django.core.exceptions import ImproperlyConfigured

Kind = Literal["text", "yes_no", "number", "path", "list"]
YES = {"1", "yes", "true", "on"}
NO = {"0", "no", "false", "off"}


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: `default` is text as a person would write it; `meaning` is printed above it in .env.example."""

    name: str
    kind: Kind
    default: str
    meaning: str


SETTINGS = (
    Setting("RIHAI_HOME", "path", "~/rihai", "The folder of this office: database, stored files, keys. Back it up."),
    Setting("RIHAI_SITE", "text", "http://127.0.0.1:8000", "The address people type, with https:// on a server."),
    Setting("RIHAI_HOSTS", "list", "", "Further host names the site answers to, parted by commas."),
    Setting("RIHAI_OFFICE", "text", "Rihai", "The name of the office, shown at the foot of each page."),
    Setting("RIHAI_LANGUAGE", "text", "en", "The language of a visitor who has chosen none: en or ur."),
    Setting("RIHAI_TIME_ZONE", "text", "Asia/Karachi", "The clock of the office."),
    Setting("RIHAI_DEMO", "yes_no", "no", "A site of invented people only: says so on every page, opens /kit."),
    Setting("RIHAI_DEBUG", "yes_no", "no", "For developers: error pages that show code. Refused outside 127.0.0.1."),
    Setting("RIHAI_BEHIND_PROXY", "yes_no", "no", "A proxy in front ends TLS and sets X-Forwarded-Proto itself."),
    Setting("DATABASE_URL", "text", "", "postgresql://user:password@host/name; empty keeps SQLite in RIHAI_HOME."),
    Setting("DATABASE_OWNER_URL", "text", "", "The same as the role that owns the tables: migrate, init, backup."),
    Setting("RIHAI_KEYRING", "path", "", "A file with the keys; empty looks in RIHAI_HOME. See keep-the-keys.md."),
    Setting("RIHAI_KEYRING_FD", "text", "", "Set by `rihai serve` itself: the pipe on which the opened keys come."),
    Setting("RIHAI_PASSPHRASE_FD", "text", "", "An encrypted office without terminal: the pipe with its passphrase."),
    Setting("RIHAI_EMAIL_URL", "text", "", "smtp+tls://user:password@host:587; empty: none is sent, links are shown."),
    Setting("RIHAI_EMAIL_FROM", "text", "", "The sender of our e-mail, which never holds personal data."),
    Setting("RIHAI_STORAGE_URL", "text", "", "s3://key:secret@bucket?endpoint=…; empty keeps files in RIHAI_HOME."),
    Setting("RIHAI_IDLE_MINUTES", "number", "30", "Minutes without a click after which a person is signed out."),
    Setting("RIHAI_SESSION_HOURS", "number", "12", "Hours after which a person signs in again whatever they do."),
    Setting("RIHAI_FORMER_DAYS", "number", "90", "Days for which a prison goes on seeing a person who has left it."),
    Setting(
        "RIHAI_GUARDING_SECTIONS",
        "list",
        "PPC 295-A,PPC 295-B,PPC 295-C,PPC 298-A,PPC 298-B,PPC 298-C",
        "Accused under one of these a person is guarded at once: Act and section, parted by commas.",
    ),
    Setting("RIHAI_LAW", "list", "pakistan,mandela", "Packs of law people are screened by, each a name or a folder."),
    Setting("RIHAI_BREAK_GLASS_MINUTES", "number", "240", "How long a break-glass access lasts."),
    Setting("RIHAI_STAGED_DAYS", "number", "60", "Days for which the rows of a finished census are kept beside it."),
    Setting("RIHAI_UPLOAD_MB", "number", "40", "The largest file taken in, in megabytes; held in memory alone."),
    Setting("RIHAI_LINE_NUMBER", "text", "", "The free number of the helpline, shown where somebody asks for help."),
    Setting("RIHAI_DIAL_CODE", "text", "92", "The dialling code of the country: 0092 300 and 0300 begin one number."),
    Setting("RIHAI_LINE_DAYS", "number", "3", "Days after which who asked the helpline finds an answer by code."),
    Setting("RIHAI_CONCERN_MONTHS", "number", "36", "Months for which a concern is kept once closed; then looked at."),
    Setting("RIHAI_FACT_DAYS", "number", "90", "Days after which the page of a prison says that a fact on it is old."),
    Setting("RIHAI_MAP", "path", "", "The district map (.svg); empty takes ours, `off` shows tables alone."),
    Setting("RIHAI_MAP_CLEARED", "text", "", "Who cleared RIHAI_MAP, by which number; public pages show it."),
    Setting("RIHAI_RISK_PYTHON", "path", "", "The Python with pycanon that measures extracts; empty: `risk` in ours."),
)  # fmt: skip


FILE = "rihai.env"
"""The file of an office's settings, in its home; the environment is stronger."""
IN_FILE = {setting.name for setting in SETTINGS} - {"RIHAI_HOME", "RIHAI_KEYRING_FD", "RIHAI_PASSPHRASE_FD"}


class Env:
    """The settings as given. Raises ImproperlyConfigured, naming the setting, for what cannot be read."""

    def __init__(self, given: Mapping[str, str]) -> None:
        known = {setting.name: setting for setting in SETTINGS}
        unknown = sorted(name for name in given if name.startswith("RIHAI_") and name not in known)
        if unknown:
            raise ImproperlyConfigured(f"No setting is called {', '.join(unknown)}. The names are in .env.example.")
        self._known = known
        self._given = given

    def text(self, name: str) -> str:
        """A text; empty when not given and without default."""
        return self._given.get(name, "").strip() or self._known[name].default

    def yes_no(self, name: str) -> bool:
        """yes or no, also as 1/0, true/false, on/off."""
        value = self.text(name).lower()
        if value not in YES | NO:
            raise ImproperlyConfigured(f"{name} is {value!r}; write yes or no.")
        return value in YES

    def number(self, name: str) -> int:
        """A whole number, not below nought."""
        value = self.text(name)
        if not value.isascii() or not value.isdigit():
            raise ImproperlyConfigured(f"{name} is {value!r}; write a whole number.")
        return int(value)

    def path(self, name: str) -> Path | None:
        """A path with ~ resolved; None when empty."""
        value = self.text(name)
        return Path(value).expanduser() if value else None

    def items(self, name: str) -> list[str]:
        """A list parted by commas."""
        return [item.strip() for item in self.text(name).split(",") if item.strip()]


def read(given: Mapping[str, str] | None = None) -> Env:
    """The settings of this process, or of a given mapping; what they leave out, from `rihai.env` in the office's home.

    Raises ImproperlyConfigured, naming the line, for a file that cannot be read so.
    """
    given = os.environ if given is None else given
    home = Path(given.get("RIHAI_HOME", "").strip() or "~/rihai").expanduser()
    return Env({**_in_file(home / FILE), **given})


def _in_file(path: Path) -> dict[str, str]:
    """Lines of NAME=VALUE; empty ones and those that begin with # say nothing."""
    if not path.is_file():
        return {}
    found = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        name, sign, value = line.partition("=")
        if not sign or name.strip() not in IN_FILE:
            raise ImproperlyConfigured(f"{path}, line {number}: write NAME=VALUE with a name of .env.example.")
        found[name.strip()] = value.strip()
    return found


def example() -> str:
    """The text of .env.example: every setting with its meaning and default."""
    head = "# Every setting of Rihai, for the environment or rihai.env in RIHAI_HOME; each shows its default.\n"
    return head + "".join(f"\n# {setting.meaning}\n#{setting.name}={setting.default}\n" for setting in SETTINGS)


if __name__ == "__main__":
    sys.stdout.write(example())

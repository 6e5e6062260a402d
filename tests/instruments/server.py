"""A server that a test starts and that kills itself at the worst moment: `python -m tests.instruments.server`.

DIES says when, once or several times with commas: `before`, inside the transaction of the next answer; `after`, when it
is kept and the phone has not been told; empty, never. After each death it stands again at once, as the next word says;
after the last word's, no more. It says its port on the first line, and on a line each time that it died.
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from socketserver import TCPServer, ThreadingMixIn
from typing import Any
from unittest.mock import patch
from uuid import UUID
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer


class Silent(WSGIRequestHandler):
    """Nothing on standard error."""

    def log_message(self, *_given: Any) -> None:
        """Nothing."""


class Here(ThreadingMixIn, WSGIServer):
    """Asks nobody for its own name, which can take long; a browser keeps lines open that it does not use."""

    daemon_threads = True

    def server_bind(self) -> None:
        """Bind, and no more."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = "127.0.0.1", self.server_address[1]
        self.setup_environ()


def killed(*_given: Any, **_more: Any) -> int:
    """As a cut of the power."""
    os.kill(os.getpid(), signal.SIGKILL)
    return 0


def main() -> None:
    """Serve until killed, by children of which each dies as it is told."""
    import django

    django.setup()
    from django.contrib.staticfiles.handlers import StaticFilesHandler
    from django.core.wsgi import get_wsgi_application

    application = StaticFilesHandler(get_wsgi_application())
    with Here(("127.0.0.1", 0), Silent) as server:
        sys.stdout.write(f"{server.server_port}\n")
        sys.stdout.flush()
        for dies in os.environ.get("DIES", "").split(","):
            child = os.fork()
            if not child:
                serve(server, application, dies)
            signal.signal(signal.SIGTERM, lambda *_given, child=child: ended(child))
            os.waitpid(child, 0)
            sys.stdout.write("died\n")
            sys.stdout.flush()


def ended(child: int) -> None:
    """The test is over."""
    with suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    sys.exit()


def serve(server: Here, application: Any, dies: str) -> None:
    """In a process of its own."""
    from django.db import connections

    from tests.instruments.handlers import Room, taking

    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    connections.close_all()

    def served(environ: Any, start: Any) -> Any:
        answered = application(environ, start)
        if dies == "after" and environ["REQUEST_METHOD"] == "POST":
            killed()
        return answered

    with taking(Room(lets={UUID(os.environ["AUTHOR"])})):
        if dies == "before":
            patch("rihai.instruments.operations.answers.append", killed).start()
        server.set_app(served)
        server.serve_forever()


if __name__ == "__main__":
    main()

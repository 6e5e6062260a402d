"""A server that a test starts and that kills itself at the worst moment: `python -m tests.instruments.server`.

DIES says when: `before`, inside the transaction of the next answer; `after`, when it is kept and the phone has not
been told; empty, never. It says its port on the first line.
"""

from __future__ import annotations

import os
import signal
import sys
from socketserver import TCPServer
from typing import Any
from unittest.mock import patch
from uuid import UUID
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server


class Silent(WSGIRequestHandler):
    """Nothing on standard error."""

    def log_message(self, *_given: Any) -> None:
        """Nothing."""


class Here(WSGIServer):
    """A server that asks nobody for its own name, which can take long."""

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
    """Serve until killed."""
    import django

    django.setup()
    from django.core.wsgi import get_wsgi_application

    from tests.instruments.handlers import Room, taking

    application = get_wsgi_application()
    dies = os.environ.get("DIES", "")

    def served(environ: Any, start: Any) -> Any:
        answered = application(environ, start)
        if dies == "after" and environ["REQUEST_METHOD"] == "POST":
            killed()
        return answered

    with taking(Room(lets={UUID(os.environ["AUTHOR"])})):
        if dies == "before":
            patch("rihai.instruments.operations.answers.append", killed).start()
        with make_server("127.0.0.1", 0, served, server_class=Here, handler_class=Silent) as server:
            sys.stdout.write(f"{server.server_port}\n")
            sys.stdout.flush()
            server.serve_forever()


if __name__ == "__main__":
    main()

"""Django's backend; a connection opened in the middle of a request, job or command learns at once who asks."""

from __future__ import annotations

from django.db.backends.postgresql import base


class DatabaseWrapper(base.DatabaseWrapper):
    """The backend, as Django looks it up by this name."""

    def init_connection_state(self) -> None:
        """Whatever Django says to a new connection, and then who asks."""
        super().init_connection_state()
        # Late: models may not be imported while Django is being set up.
        from rihai.accounts.acting import tell

        tell(self)

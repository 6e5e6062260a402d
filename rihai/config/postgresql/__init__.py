"""Django's PostgreSQL, told on every new connection who asks."""

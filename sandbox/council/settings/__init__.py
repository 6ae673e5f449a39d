"""Settings of the sandbox: ``demo`` on SQLite, ``production`` on PostgreSQL, ``test`` on either."""

"""Settings and apps of hosts other than the sandbox, whose only job is to be different."""

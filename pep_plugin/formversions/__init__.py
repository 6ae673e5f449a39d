"""Published forms: what a plan is pinned to. Never changed once published."""

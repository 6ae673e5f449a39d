"""Who in the Virtual School to ask: cards kept in one place, filtered by phase and area."""

"""Messages and jobs promised in a transaction and done afterwards, however often it is tried."""

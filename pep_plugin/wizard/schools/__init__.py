"""Looking a school up from inside a plan, and coming back with it to the same page."""

"""In the meeting: the plan on a wall, as the person with least access may see it."""

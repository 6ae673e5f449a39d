"""A filled-in Word file comes back: its words beside the plan's, and a choice for each."""

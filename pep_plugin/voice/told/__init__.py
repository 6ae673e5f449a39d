"""What the child is told: "My plan" once it is agreed, and "You said, we did"."""

"""What a carer and a parent see on a page of their own, before and after the plan is agreed."""

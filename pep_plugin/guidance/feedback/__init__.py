"""Is this page useful? What visitors say of the guidance, without anything of who they are."""

"""Words that hurt, and kinder ones. Suggested beside what somebody wrote; the text is theirs."""

"""What a parent sees: turns in, replies out. No sending, no queries, no schedules here."""

"""Kills the real bot at random points while reminders are due, and counts what became of them."""

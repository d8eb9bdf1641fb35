"""The chat page in a real browser, at phone width."""

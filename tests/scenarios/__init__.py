"""The whole bot, months in seconds, as a parent lives through them."""

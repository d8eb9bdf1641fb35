"""The only door to Telegram: updates become turns, replies and letters become messages."""

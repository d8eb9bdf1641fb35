"""What the bot is measured beside: short programs as their authors' own examples would be."""

"""What README and docs quote, measured: each figure is one command, and so is the chaos run.

Measures the real process from outside; nothing of the bot is changed for it.
"""

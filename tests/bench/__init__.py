"""Tests of what measures the bot: its counting, its reports, and the chaos run in small."""

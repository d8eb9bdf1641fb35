"""Every sentence the bot says, as Fluent messages: one catalog a language, and their loader."""

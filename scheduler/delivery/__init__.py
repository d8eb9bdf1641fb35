"""From due reminders to sent messages: the tick, the send loop and the upkeep. No words here."""

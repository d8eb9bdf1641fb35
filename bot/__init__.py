"""The roof: configuration, wiring, command line, web door and the local Telegram."""

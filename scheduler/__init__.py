"""The dates of a family and the messages they cause: domain, store, actions, delivery."""

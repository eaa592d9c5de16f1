"""The coach: a conversation that reads the log and proposes what to write in it."""

"""The coach's figures: a module for each kind, each with a `run()`."""

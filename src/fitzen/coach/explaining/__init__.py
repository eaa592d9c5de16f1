"""Why something changed: each reason with its figure, where that is from, and how sure it is. None claims a cause alone."""

"""Foods: what ships with Fitzen, what an operator imports, what a person adds; found by words, and meals from words."""

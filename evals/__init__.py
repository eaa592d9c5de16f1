"""The figures of the coach, beside what they are measured on: `make evals`."""

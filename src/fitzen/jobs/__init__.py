"""Work on a timer: five jobs, each `run(infra, now) -> Report`, idempotent, resumable, and safe with two at once."""

"""A person's data as files: out as a zip, in again, and in from the first Fitzen backend."""

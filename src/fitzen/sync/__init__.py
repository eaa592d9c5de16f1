"""Sync: what changed since a phone last asked, and what it did meanwhile (docs/sync.md)."""

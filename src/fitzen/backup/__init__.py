"""Backups of SQLite, PostgreSQL and files in a folder, and restoring them to a moment (ADR 29)."""

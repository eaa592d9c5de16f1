"""Signing in: who somebody is, and the sessions that follow."""

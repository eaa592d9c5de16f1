"""Fitzen, an AI fitness coach."""

"""Fitzen on AWS: one module a concern; `stacks` puts them together by profile."""

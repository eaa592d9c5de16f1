"""The data of the first Fitzen backend: CSV files that pandas wrote. docs/legacy.md says what becomes of each column."""

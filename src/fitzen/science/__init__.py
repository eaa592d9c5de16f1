"""Pure functions with a source for each formula: no I/O, no clock. `docs/science.md` has the worked examples."""

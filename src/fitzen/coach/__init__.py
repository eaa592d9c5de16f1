"""The coach: a model that talks and chooses; every figure and every write comes from tested code behind tools."""

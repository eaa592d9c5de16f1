"""Plans of meals for days ahead, made by a mixed-integer program and checked by other code. See docs/meal-plans.md."""

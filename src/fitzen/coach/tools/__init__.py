"""What a coach may call, over the services of the features: a module for each, with its `TOOLS`; this is the registry.

Figures are in the person's units, and written as they are said, so that a model repeats them and converts nothing.
"""

from fitzen.coach.toolbox import Tool
from fitzen.coach.tools import (
    calculate,
    compare,
    day,
    exercises,
    explain,
    figures,
    foods,
    goals,
    habits,
    habits_analysis,
    knowledge,
    meal_plans,
    meals,
    measurements,
    profile,
    progress,
    recipes,
    remember,
    reminders,
    sessions,
    summary,
    training_plans,
    water,
    workouts,
)

MODULES = (
    workouts,
    progress,
    sessions,
    exercises,
    summary,
    figures,
    compare,
    explain,
    habits_analysis,
    day,
    training_plans,
    meals,
    water,
    measurements,
    habits,
    goals,
    reminders,
    profile,
    foods,
    recipes,
    calculate,
    remember,
    knowledge,
    meal_plans,
)

TOOLS: dict[str, Tool] = {tool.name: tool for module in MODULES for tool in module.TOOLS}
"""By name, in the order in which a model is told of them."""

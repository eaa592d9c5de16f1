/** The names of what a profile chooses from, in the order in which they are shown. */

export const SEXES = ["female", "male", "other"] as const;
export const GOALS = ["lose", "maintain", "gain", "perform", "health"] as const;
export const LEVELS = ["beginner", "intermediate", "advanced"] as const;
export const ACTIVITIES = ["sedentary", "light", "moderate", "active", "very_active"] as const;
export const PATTERNS = ["omnivore", "pescatarian", "vegetarian", "vegan", "halal", "kosher", "keto", "paleo"] as const;
export const UNITS = ["metric", "imperial"] as const;
export const THEMES = ["system", "light", "dark"] as const;
export const STYLES = ["gentle", "direct", "drill"] as const;
export const GENDERS = ["female", "male", "neutral"] as const;

"""The tables that `records` is partitioned into on PostgreSQL. A kind that is not here goes to `other_records`.

A kind that is added here needs a migration that makes its partition IF NOT EXISTS (a new database has it from 0001 on)
and moves into it what `other_records` has of the kind.
"""

TABLES: dict[str, tuple[str, ...]] = {
    "users": ("user",),
    "workouts": ("workout",),
    "workout_days": ("workout_day",),
    "lifts": ("lift",),
    "bests": ("best",),
    "exercises": ("exercise",),
    "training_plans": ("training_plan",),
    "meals": ("meal",),
    "meal_days": ("meal_day",),
    "water": ("water",),
    "foods": ("food",),
    "recipes": ("recipe",),
    "favourites": ("favourite",),
    "meal_plans": ("meal_plan",),
    "goals": ("goal",),
    "habits": ("habit",),
    "checkins": ("checkin",),
    "measurements": ("measurement",),
    "reminders": ("reminder",),
    "photos": ("photo",),
    "achievements": ("achievement",),
    "cycles": ("cycle",),
    "devices": ("device",),
    "imports": ("import",),
    "chats": ("chat",),
    "messages": ("message",),
    "memories": ("memory",),
    "actions": ("action",),
    "coach_spend": ("coach_spend",),
    "coach_answers": ("coach_answer",),
    "applied_ops": ("applied_op",),
    "workout_totals": ("workout_total",),
    "habit_states": ("habit_state",),
    "vacations": ("vacation",),
    "diary_days": ("diary_day",),
    "recent_foods": ("recent",),
    "target_weeks": ("target_week",),
    "pictures": ("picture",),
    "notes": ("note",),
    "agendas": ("replan", "digest", "midnight"),
    "analytics": ("analytics",),
    "trash": ("trash",),
    "active_plans": ("active_plan",),
    "system_records": ("claim", "code", "session", "credential", "counter", "lease", "delivery"),
}
OTHER = "other_records"

TABLE_OF: dict[str, str] = {kind: table for table, kinds in TABLES.items() for kind in kinds}

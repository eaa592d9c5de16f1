// Made by `npm run api` from docs/openapi.json: change it there.

/** The fields that a phone may send of each kind, in the order in which it gives back what a server lost. */
export const WRITABLE: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["user", new Set(["phone","email","targets","subscription_status","subscription_expires_at","onboarding_completed","created_at","name","birth_date","sex","height_cm","time_zone","units","locale","fitness_level","activity_level","goal","equipment","training_days_per_week","session_minutes","dietary","coach","health","quiet_hours","notifications"])],
  ["exercise", new Set(["name","aliases","pattern","equipment","unilateral","metric","muscles","met","increment_kg","cues"])],
  ["training_plan", new Set(["name","goal","weeks","status","days","notes","given","created_at","replaces","changes"])],
  ["workout", new Set(["name","started_at","ended_at","notes","plan_id","session_id","energy_kcal","source","exercises"])],
  ["measurement", new Set(["taken_at","metric","value","note","source","confirmed"])],
  ["photo", new Set(["content_type","bytes","pose","taken_at"])],
  ["habit", new Set(["name","kind","schedule","target","start_on","reminder_id","pauses","archived_on"])],
  ["checkin", new Set(["value","note","habit_id","day","cleared"])],
  ["vacation", new Set(["periods"])],
  ["reminder", new Set(["kind","title","body","at_local","days","once_at","enabled","channels","snooze","only_if_not_done","target_id"])],
  ["food", new Set(["name","brand","per_100g","portions","barcode"])],
  ["favourite", new Set([])],
  ["recipe", new Set(["name","servings","minutes","tags","ingredients","steps","notes"])],
  ["meal_plan", new Set(["name","starts_on","days","targets","asked","notes"])],
  ["meal", new Set(["eaten_at","slot","name","notes","photo_id","items"])],
  ["water", new Set(["drunk_at","ml","note"])],
  ["diary_day", new Set(["complete"])],
  ["goal", new Set(["kind","title","metric","target_value","start_value","start_on","due_on","exercise_id","habit_id","distance_m","current_value","unit","note","status"])],
  ["cycle", new Set(["started_on","ended_on","flow","symptoms","note"])],
  ["memory", new Set(["text"])],
]);

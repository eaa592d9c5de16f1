const train = {
  title: "Train",
  next: "Next session",
  recent: "Recent workouts",
  none: "Your workouts appear here.",
  sets_one: "{{count}} set",
  sets_other: "{{count}} sets",
  exercises_one: "{{count}} exercise",
  exercises_other: "{{count}} exercises",
};
export default train;

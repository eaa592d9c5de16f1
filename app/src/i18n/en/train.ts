const train = {
  title: "Train",
  recent: "Recent workouts",
  none: "Your workouts appear here.",
  exercises_one: "{{count}} exercise",
  exercises_other: "{{count}} exercises",
};
export default train;

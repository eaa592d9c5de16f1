const device = {
  topics: { reminders: "Reminders", timer: "Rest timer", news: "News from your training" },
};
export default device;

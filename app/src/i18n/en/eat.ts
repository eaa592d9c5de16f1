const eat = {
  title: "Eat",
  today: "Today's meals",
  none: "What you eat today appears here.",
  breakfast: "Breakfast",
  lunch: "Lunch",
  dinner: "Dinner",
  snack: "Snack",
};
export default eat;

const progress = {
  title: "Progress",
  weight: "Weight",
  none: "Your measurements appear here.",
};
export default progress;

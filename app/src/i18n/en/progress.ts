const progress = {
  title: "Progress",
  weight: "Weight",
  none: "Your measurements appear here.",
  records: "Recent measurements",
};
export default progress;

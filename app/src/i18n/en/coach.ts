const coach = {
  title: "Coach",
  ask: "Ask your coach",
  send: "Send",
  none: "Ask about your training, food or progress. Every figure says where it comes from.",
  thinking: "Your coach is thinking",
};
export default coach;

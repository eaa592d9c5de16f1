/** What is shown outside the app at a moment, though the app may be closed by then. */

export type Topic = "reminders" | "timer" | "news";

export type Notice = {
  /** One that is scheduled under the same id takes the place of the first. */
  id: string;
  at: Date | number;
  title: string;
  body?: string;
  /** Where a tap leads: a path of the app. */
  href: string;
  /** Android lets people silence each topic by itself; `timer` is not shown while the app is in front. */
  topic?: Topic;
};

/** `none`: the device cannot. `undecided`: it may be asked. */
export type Permission = "granted" | "denied" | "undecided" | "none";

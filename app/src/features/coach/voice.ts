/** Speaking instead of typing. A phone's keyboard has it already: none of our own. */

export type Voice = { listening: boolean; start: () => void; stop: () => void };

export const useVoice = (_onText: (text: string) => void): Voice | null => null;

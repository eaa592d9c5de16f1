/** Where waits what a person has written and nobody has taken yet: for what keeps it, and for what asks before it is lost. */

export const eatName = (account: string, part: string): string => `eat.${account}.${part}`;
export const coachName = (account: string, part: string): string => `coach.${account}.${part}`;

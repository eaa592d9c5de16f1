/** A phone hands the link that it starts with to `app/+native-intent.ts`. */
export const startingPlace = (): string | null => null;

/** A browser is locked by its device: nothing is offered. */
export const LockCard = () => null;

import type { ReactNode } from "react";

/** A browser is locked by its device. */
export const LockGate = ({ children }: { children: ReactNode }) => children;

import { FlashList, type FlashListProps } from "@shopify/flash-list";
import type { ReactNode } from "react";

/** A list of any length of which only what is in sight is drawn. A phone has the package at hand: it waits for nothing. */
export function LongList<T>({ waiting: _, ...props }: FlashListProps<T> & { waiting: ReactNode }) {
  return <FlashList {...props} />;
}

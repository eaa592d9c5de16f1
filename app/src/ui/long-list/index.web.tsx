import type { FlashListProps } from "@shopify/flash-list";
import { lazy, Suspense, type ComponentType, type ReactNode } from "react";

/** The list is a large package: a browser fetches it with the first screen that shows one, not with the app. */
const Flash = lazy(() => import("./flash.web")) as unknown as ComponentType<FlashListProps<unknown>>;

/** A list of any length of which only what is in sight is drawn; `waiting` is shown until it is there. */
export function LongList<T>({ waiting, ...props }: FlashListProps<T> & { waiting: ReactNode }) {
  return (
    <Suspense fallback={waiting}>
      <Flash {...(props as FlashListProps<unknown>)} />
    </Suspense>
  );
}

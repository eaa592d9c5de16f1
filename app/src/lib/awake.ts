/** Keep the screen on. Returns what lets it go off again. */

import { activateKeepAwakeAsync, deactivateKeepAwake } from "expo-keep-awake";

const TAG = "fitzen";

export function stayAwake(): () => void {
  void activateKeepAwakeAsync(TAG).catch(() => undefined); // a phone that saves power may refuse
  return () => void deactivateKeepAwake(TAG).catch(() => undefined);
}

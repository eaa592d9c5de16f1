/** A browser has no health store; on the machine of whoever works on the app it has a made-up one, where that is asked for. */

import { fakeOn } from "./fake";
import { none } from "./none";
import type { HealthStore } from "./types";

export const store: HealthStore = fakeOn(location.hostname, localStorage.getItem("fitzen.health")) ?? none;

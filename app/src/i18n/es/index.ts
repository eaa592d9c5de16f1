import type en from "../en";
import auth from "./auth";
import common from "./common";
import onboarding from "./onboarding";
import today from "./today";
import you from "./you";

const words: typeof en = { auth, common, onboarding, today, you };
export default words;

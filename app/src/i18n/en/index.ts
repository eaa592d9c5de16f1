import auth from "./auth";
import coach from "./coach";
import common from "./common";
import onboarding from "./onboarding";
import today from "./today";
import you from "./you";

const words = { auth, coach, common, onboarding, today, you };
export default words;

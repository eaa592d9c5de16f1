import auth from "./auth";
import coach from "./coach";
import common from "./common";
import device from "./device";
import eat from "./eat";
import goals from "./goals";
import habits from "./habits";
import onboarding from "./onboarding";
import progress from "./progress";
import reminders from "./reminders";
import review from "./review";
import session from "./session";
import today from "./today";
import train from "./train";
import you from "./you";

const words = { auth, coach, common, device, eat, goals, habits, onboarding, progress, reminders, review, session, today, train, you };
export default words;

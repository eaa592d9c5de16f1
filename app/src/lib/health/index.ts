export { none as store } from "./none";

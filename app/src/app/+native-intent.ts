export { redirectSystemPath } from "@/lib/links/native-intent";

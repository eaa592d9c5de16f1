export { DecisionsScreen as default } from "@/features/you/decisions/screen";

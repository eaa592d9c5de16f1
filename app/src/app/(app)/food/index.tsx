export { AddScreen as default } from "@/features/eat/add/screen";

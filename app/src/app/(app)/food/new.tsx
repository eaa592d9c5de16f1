export { OwnFoodScreen as default } from "@/features/eat/own/screen";

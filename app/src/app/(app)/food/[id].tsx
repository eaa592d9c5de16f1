export { FoodScreen as default } from "@/features/eat/food/screen";

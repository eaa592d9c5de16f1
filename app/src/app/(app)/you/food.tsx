export { FoodScreen as default } from "@/features/you/profile/food-screen";

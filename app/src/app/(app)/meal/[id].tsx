export { MealScreen as default } from "@/features/eat/meal/screen";

export { GroceriesScreen as default } from "@/features/kitchen/groceries/screen";

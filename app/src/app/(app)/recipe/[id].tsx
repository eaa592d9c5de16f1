export { RecipeScreen as default } from "@/features/kitchen/recipe/screen";

export { RecipesScreen as default } from "@/features/kitchen/recipes/screen";

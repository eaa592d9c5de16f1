export { EditRecipeScreen as default } from "@/features/kitchen/edit/screen";

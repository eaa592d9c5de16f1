export { ArticleScreen as default } from "@/features/you/library/article-screen";

/** Say in which language the page is: a screen reader takes its voice by it, and a browser its hyphens and marks. */
export function tellPage(language: string): void {
  document.documentElement.lang = language;
}

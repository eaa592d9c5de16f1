/** Listen to keys where a browser has the focus; `onKey` says whether the key was for it. */
export const keyProps = (onKey: (key: string) => boolean): object => ({
  onKeyDown: (event: KeyboardEvent) => {
    if (onKey(event.key)) event.preventDefault();
  },
});

/** Ask for a file in a browser. */

/** `part` is what a form sends. */
export type Chosen = { name: string; bytes: number; part: unknown };

/** Return what was chosen; null where the person changed their mind. */
export function chooseFile(mimeTypes: string[]): Promise<Chosen | null> {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = [...mimeTypes, ".zip"].join();
  return new Promise((resolve) => {
    input.onchange = () => {
      const file = input.files?.[0];
      resolve(file ? { name: file.name, bytes: file.size, part: file } : null);
    };
    input.oncancel = () => resolve(null);
    input.click();
  });
}

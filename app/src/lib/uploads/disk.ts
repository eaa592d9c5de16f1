/** On a phone pictures wait as files, each beside a line of JSON that is written after it: half a picture is never sent. */

import { Directory, File, Paths } from "expo-file-system";
import type { PictureFile, Upload, UploadDisk } from "./types";

const NOTE = ".json";

export async function openUploadDisk(account: string): Promise<UploadDisk> {
  const folder = new Directory(Paths.document, "uploads", account);
  folder.create({ intermediates: true, idempotent: true });
  const note = (id: string) => new File(folder, `${id}${NOTE}`);
  const picture = (id: string) => new File(folder, id);
  const write = (upload: Upload) => {
    const draft = new File(folder, `${upload.id}.draft`);
    if (draft.exists) draft.delete();
    draft.create();
    draft.write(JSON.stringify(upload));
    draft.moveSync(note(upload.id), { overwrite: true });
  };
  const remove = (...files: File[]) => {
    for (const file of files) if (file.exists) file.delete();
  };
  return {
    async load() {
      const files = folder.list().filter((each): each is File => each instanceof File);
      const notes = files.filter((each) => each.name.endsWith(NOTE));
      const known = new Set(notes.map((each) => each.name.slice(0, -NOTE.length)));
      remove(...files.filter((each) => !each.name.endsWith(NOTE) && !known.has(each.name))); // the app died while it was added
      return notes.map((each) => JSON.parse(each.textSync()) as Upload);
    },
    async add(upload: Upload, file: PictureFile) {
      await new File(file.uri).copy(picture(upload.id));
      write(upload);
    },
    async update(upload: Upload) {
      if (note(upload.id).exists) write(upload);
    },
    async read(id) {
      return picture(id).exists ? picture(id).bytes() : null;
    },
    async uri(id) {
      return picture(id).exists ? picture(id).uri : null;
    },
    async remove(id) {
      remove(note(id), picture(id));
    },
    async erase() {
      if (folder.exists) folder.delete();
    },
  };
}

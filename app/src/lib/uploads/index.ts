/**
 * Pictures that are on their way to the server (docs/app.md, Pictures).
 *
 * `shrink(uri)` of `lib/pictures` makes one ready; `uploads.add(about, file)` keeps it until it is sent, by its own id; `useUploads()`
 * gives the queue and what waits in it; `uploads.uri(id)` shows one that waits.
 */
export { UploadSender } from "./sender";
export { eraseUploads, useUploads } from "./use-uploads";
export type { About, PictureFile, Upload } from "./types";
export type { Uploads } from "./uploads";

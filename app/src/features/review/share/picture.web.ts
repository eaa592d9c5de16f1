import type { RefObject } from "react";
import type { View } from "react-native";
import { HEIGHT, WIDTH } from "./poster";

/** Draw the SVG of a view as a PNG of full size. */
async function drawn(view: Element): Promise<Blob> {
  const svg = view.querySelector("svg")?.cloneNode(true) as SVGElement | undefined;
  if (!svg) throw new Error("There is nothing to draw.");
  svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  svg.setAttribute("width", String(WIDTH));
  svg.setAttribute("height", String(HEIGHT));
  const image = new Image(WIDTH, HEIGHT);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: WIDTH, height: HEIGHT });
  canvas.getContext("2d")?.drawImage(image, 0, 0, WIDTH, HEIGHT);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The picture could not be drawn."))), "image/png"));
}

function download(file: File): void {
  const url = URL.createObjectURL(file);
  const link = Object.assign(document.createElement("a"), { href: url, download: file.name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Share a drawn view as a PNG where the browser shares files, else save it. */
export async function sharePicture(view: RefObject<View | null>, name: string, title: string): Promise<"shared" | "saved"> {
  const file = new File([await drawn(view.current as unknown as Element)], `${name}.png`, { type: "image/png" });
  if (!navigator.canShare?.({ files: [file] })) {
    download(file);
    return "saved";
  }
  try {
    await navigator.share({ files: [file], title });
  } catch (error) {
    if ((error as Error).name !== "AbortError") download(file);
  }
  return "shared";
}

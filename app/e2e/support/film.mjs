// What a camera would see: a film of one still picture, of an EAN-13 barcode.
import { Buffer } from "node:buffer";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [WIDTH, HEIGHT, MODULE] = [640, 480, 4];
const LEFT = ["0001101", "0011001", "0010011", "0111101", "0100011", "0110001", "0101111", "0111011", "0110111", "0001011"];
/** Which of the left digits have odd (0) or even parity, by the first digit (GS1 General Specifications, 5.2). */
const PARITY = ["000000", "001011", "001101", "001110", "010011", "011001", "011100", "010101", "010110", "011010"];

const inverse = (bits) => [...bits].map((bit) => (bit === "1" ? "0" : "1")).join("");

function bars(ean) {
  const [first, ...others] = [...ean].map(Number);
  const right = (digit) => inverse(LEFT[digit]);
  const even = (digit) => [...right(digit)].reverse().join("");
  const start = others.slice(0, 6).map((digit, place) => (PARITY[first][place] === "1" ? even(digit) : LEFT[digit]));
  return `101${start.join("")}01010${others.slice(6).map(right).join("")}101`;
}

/** Write the film, as Chromium takes it in the place of a camera; returns where. */
export async function filmOf(ean) {
  const code = bars(ean);
  const from = Math.floor((WIDTH - code.length * MODULE) / 2);
  const row = Buffer.alloc(WIDTH, 235);
  for (let at = 0; at < code.length * MODULE; at += 1) if (code[Math.floor(at / MODULE)] === "1") row[from + at] = 16;
  const blank = Buffer.alloc(WIDTH, 235);
  const luma = Buffer.concat(Array.from({ length: HEIGHT }, (_, y) => (y > 120 && y < 360 ? row : blank)));
  const frame = Buffer.concat([Buffer.from("FRAME\n"), luma, Buffer.alloc((WIDTH * HEIGHT) / 2, 128)]);
  const path = join(await mkdtemp(join(tmpdir(), "fitzen-film-")), "code.y4m");
  await writeFile(path, Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`), frame, frame]));
  return path;
}

/** What a browser reads barcodes with: its own detector, else ZXing, whose WebAssembly this server gives. */

const FORMATS = ["ean_13", "ean_8", "upc_a", "upc_e"] as const;

type Detector = { detect: (from: HTMLVideoElement) => Promise<{ rawValue: string }[]> };
type Native = { new (options: { formats: string[] }): Detector; getSupportedFormats: () => Promise<string[]> };

/** Return what reads the code that a video shows now; null where it shows none. */
export async function openDetector(): Promise<(video: HTMLVideoElement) => Promise<string | null>> {
  const detector = (await ownDetector()) ?? (await zxing());
  return async (video) => (await detector.detect(video).catch(() => []))[0]?.rawValue ?? null;
}

async function ownDetector(): Promise<Detector | null> {
  const Own = (globalThis as { BarcodeDetector?: Native }).BarcodeDetector;
  if (!Own) return null;
  const formats = await Own.getSupportedFormats().catch((): string[] => []);
  return formats.includes("ean_13") ? new Own({ formats: FORMATS.filter((each) => formats.includes(each)) }) : null;
}

async function zxing(): Promise<Detector> {
  const [{ BarcodeDetector, prepareZXingModule }, wasm] = await Promise.all([import("barcode-detector/ponyfill"), import("./zxing-file")]);
  // Without this it would be fetched from a host that is not ours.
  prepareZXingModule({ overrides: { locateFile: (path: string, prefix: string) => (path.endsWith(".wasm") ? wasm.ADDRESS : prefix + path) } });
  return new BarcodeDetector({ formats: [...FORMATS] });
}

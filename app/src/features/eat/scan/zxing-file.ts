import { Asset } from "expo-asset";
// eslint-disable-next-line @typescript-eslint/no-require-imports -- how Metro is told of a file
const FILE = require("zxing-wasm/reader/zxing_reader.wasm") as number;

/** Where this server gives ZXing's WebAssembly. */
export const ADDRESS = Asset.fromModule(FILE).uri;

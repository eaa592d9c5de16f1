/** What plans are made by: docs/science.md has each figure, with what it is valid for. */
export const SOURCES = [
  { key: "volume", label: "Pelland 2025", doi: "10.1007/s40279-025-02344-w" },
  { key: "reserve", label: "Robinson 2024", doi: "10.1007/s40279-024-02069-2" },
  { key: "deload", label: "Rogerson 2024", doi: "10.1186/s40798-024-00691-y" },
] as const;

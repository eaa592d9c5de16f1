/** Return a barcode's digits where they are one by their check digit (GS1 General Specifications, 7.9): 8, 12, 13 or 14 of them. */
export function barcodeOf(typed: string): string | null {
  const digits = typed.replaceAll(/[\s-]/g, "");
  if (!/^(\d{8}|\d{12,14})$/.test(digits)) return null;
  const sum = [...digits].reverse().reduce((all, digit, place) => all + Number(digit) * (place % 2 ? 3 : 1), 0);
  return sum % 10 === 0 ? digits : null;
}

/** Say whether two codes are of one product: zeros before it change nothing. */
export const sameCode = (one: string, other: string): boolean => one.padStart(14, "0") === other.padStart(14, "0");

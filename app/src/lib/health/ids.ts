/** Ids made of what an entry says, so that the same entry has the same one wherever it is read. */

/** Return a UUID (version 8: of one's own making, RFC 9562) of a text. Four rounds of 32-bit FNV-1a with murmur's mixing: equal for equal texts, and nothing secret hangs on it. */
export function idOf(text: string): string {
  const hex = [0, 1, 2, 3].map((round) => mixed(`${round} ${text}`).toString(16).padStart(8, "0")).join("");
  const variant = ((parseInt(hex[16]!, 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}

function mixed(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  }
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

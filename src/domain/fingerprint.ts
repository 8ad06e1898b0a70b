/** A short text that differs where `text` does, but for one chance in some 10¹⁵: to notice a change, not to guard a secret. */
export function fingerprint(text: string): string {
  // FNV-1a, twice with different beginnings. http://www.isthe.com/chongo/tech/comp/fnv/
  const hash = (start: number) => {
    let sum = start;
    for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 16_777_619);
    return (sum >>> 0).toString(36);
  };
  return `${hash(2_166_136_261)}.${hash(text.length + 97)}`;
}

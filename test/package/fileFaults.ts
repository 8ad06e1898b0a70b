import type { Package } from './readPackage.ts';

// https://github.com/zendesk/zendesk_apps_support, lib/zendesk_apps_support/validations/mime.rb
const FORBIDDEN = /\.(rar|zip|gz|tgz|pdf|docx?|avi|bin|bz2?|csh|sh|jar|mp3|mpeg|odt|pptx?|xlsx?|7z)$/i;
// What a package of ours has no business to hold, though the validator would let it pass.
const FOR_DEVELOPERS =
  /(^|\/)(\.|node_modules\/|test\/|src\/|tmp\/|docs\/|package(-lock)?\.json$|tsconfig|zcli\.apps\.config\.json$)|\.(tsx?|map|md|log)$/;
const SIGNATURES: [what: string, start: number[]][] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['gzip', [0x1f, 0x8b]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['rar', [0x52, 0x61, 0x72, 0x21]],
];
const LOGOS: [path: string, size: number][] = [
  ['assets/logo.png', 320],
  ['assets/logo-small.png', 128],
];

export function fileFaults(pack: Package): string[] {
  return [...[...pack].flatMap(([path, bytes]) => [...faultsOfOne(path, bytes)]), ...logoFaults(pack)];
}

function* faultsOfOne(path: string, bytes: Uint8Array) {
  if (FORBIDDEN.test(path)) yield `${path} is of a kind that Zendesk refuses`;
  if (FOR_DEVELOPERS.test(path)) yield `${path} is for developers`;
  const hidden = SIGNATURES.find(([, start]) => start.every((byte, i) => bytes[i] === byte));
  if (hidden) yield `${path} is a ${hidden[0]} by its content`;
  if (!/\.(js|html|css|json|svg)$/.test(path)) return;
  const text = new TextDecoder().decode(bytes);
  if (/[#@] ?sourceMappingURL=/.test(text)) yield `${path} points to a source map`;
  if (/(?:file:\/\/|\/home\/|\/Users\/|[A-Z]:\\\\Users)[\w./\\-]*/.test(text))
    yield `${path} holds a path of the machine that built it`;
  if (path.endsWith('.svg') && /<(script|image|foreignObject)|\son\w+=/.test(text))
    yield `${path} is more than a drawing`;
}

/** https://developer.zendesk.com/documentation/apps/app-developer-guide/styling/#app-icons-and-logos */
function logoFaults(pack: Package): string[] {
  return LOGOS.flatMap(([path, size]) => {
    const bytes = pack.get(path);
    if (!bytes) return [`${path} is missing`];
    const header = new DataView(bytes.buffer, bytes.byteOffset, 26);
    const png = header.getUint32(0) === 0x89504e47;
    const fits = png && header.getUint32(16) === size && header.getUint32(20) === size;
    const [depth, color] = [header.getUint8(24), header.getUint8(25)];
    return fits && depth === 8 && color === 6
      ? []
      : [`${path} is not a transparent ${size} × ${size} PNG-24`];
  });
}

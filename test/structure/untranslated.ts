import type { Sources } from './imports.ts';

// Attributes whose text people read or hear.
const SPOKEN = [
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'alt',
  'title',
  'placeholder',
  'label',
  'hint',
];

/** Words in JSX that do not come from the phrases, as "file: words". */
export function untranslated(sources: Sources): string[] {
  return [...sources].flatMap(([path, text]) => {
    if (!path.startsWith('views/') || !path.endsWith('.tsx')) return [];
    const code = withoutCommentsAndStyles(text);
    return [...textsIn(code), ...attributesIn(code)].map((words) => `${path}: ${words}`);
  });
}

function withoutCommentsAndStyles(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '')
    .replace(/\b(?:styled[\w.()<>$:;?'", ]*|css|keyframes|createGlobalStyle)(?:<[^`]*?>)?`[\s\S]*?`/g, '');
}

/** Text between two tags: after a closing `>` of a tag, before `<`, outside of braces, with a letter in it. */
function textsIn(code: string): string[] {
  const tags =
    /<\/?[A-Za-z][\w.]*(?:\s+(?:[\w-]+(?:=(?:"[^"]*"|'[^']*'|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}))?|\{\.\.\.[^}]*\}))*\s*\/?>|<\/?>/g;
  const found: string[] = [];
  for (const tag of code.matchAll(tags)) {
    const rest = code.slice(tag.index + tag[0].length);
    const words = /^[^<>{}]*(?=<\/|<[A-Za-z]|\{)/.exec(rest)?.[0].trim() ?? '';
    const isElement = !/[\w$)\]]$/.test(code.slice(0, tag.index)); // else it is a type argument: useState<Seen>(…)
    if (isElement && /\p{L}{2}/u.test(words) && !/[;=]/.test(words)) found.push(words.replace(/\s+/g, ' '));
  }
  return found;
}

function attributesIn(code: string): string[] {
  const attributes = new RegExp(
    `\\s(?:${SPOKEN.join('|')})=(?:"([^"]*)"|\\{\\s*(['"\`])([^'"\`]*)\\2\\s*\\})`,
    'g',
  );
  return [...code.matchAll(attributes)]
    .map(([, plain, , braced]) => plain ?? braced ?? '')
    .filter((words) => /\p{L}{2}/u.test(words.replace(/\$\{[^}]*\}/g, '')));
}

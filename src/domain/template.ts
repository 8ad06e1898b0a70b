import { Liquid } from 'liquidjs';
import { escapeHtml } from './markup.ts';

/** A reply's text with the places where an incident, a ticket, an agent and a brand go. */
export interface Template {
  /**
   * Fills it in; every value comes out escaped for HTML, whatever the template asks for. Throws an `Error` for a place
   * that nobody fills (a misspelt name would otherwise reach customers as a hole).
   */
  fill(values: object): string;
  readonly isHtml: boolean;
}

const textEngine = createEngine((value) => escapeHtml(String(value ?? '')));
const htmlEngine = createEngine((value) => escapeHtml(String(value ?? '')).replaceAll('\n', '<br>'));

/** Reads a template in Liquid; throws an `Error` that says where it is broken. */
export function parseTemplate(text: string, isHtml = false): Template {
  const engine = isHtml ? htmlEngine : textEngine;
  const parsed = engine.parse(isHtml ? text : escapeLiterals(text));
  return { fill: (values) => String(engine.renderSync(parsed, values)), isHtml };
}

// A template written as text may say "<3" and "you & me"; what stands between Liquid's own braces is not for readers.
function escapeLiterals(text: string): string {
  return text.replace(/\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}|[&<>"']/g, (piece) =>
    piece.length > 1 ? piece : escapeHtml(piece),
  );
}

/** Paragraphs of HTML for a template's escaped text: blank lines part them, and a first line after `# ` is the heading. */
export function toParagraphs(escaped: string, isRtl = false): string {
  const open = isRtl ? '<p dir="rtl">' : '<p>'; // mail programs do not guess
  return escaped
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part, index) => {
      const isHeading = index === 0 && part.startsWith('# ');
      const lines = (isHeading ? part.slice(2) : part).split('\n').map((line) => line.trim());
      return isHeading
        ? `${open}<strong>${lines.join(' ')}</strong></p>`
        : `${open}${lines.join('<br>')}</p>`;
    })
    .join('');
}

// The limits are for templates that admins write: a loop in a loop must not hang the sidebar, and no template may load
// another. https://liquidjs.com/tutorials/dos.html
function createEngine(outputEscape: (value: unknown) => string): Liquid {
  const engine = new Liquid({
    outputEscape,
    ownPropertyOnly: true,
    strictFilters: true,
    strictVariables: true,
    templates: {},
    parseLimit: 100_000,
    renderLimit: 3_000, // milliseconds of a machine that may be busy with other things
    memoryLimit: 1_000_000,
  });
  // `raw` would let a customer's text through as markup; the other two would escape twice.
  for (const name of ['raw', 'escape', 'escape_once']) engine.registerFilter(name, (value: unknown) => value);
  return engine;
}

import { badRequest } from './refusal.ts';

export interface Clause {
  field: string;
  operator: '=' | '!=' | '~' | '!~' | 'in' | 'not in' | 'is' | 'is not' | '>=' | '<=' | '>' | '<';
  values: string[];
}

export interface Query {
  /** All of them have to hold. */
  clauses: Clause[];
  order: { field: string; descending: boolean }[];
}

interface Token {
  text: string;
  isQuoted: boolean;
}

const OPERATORS = ['>=', '<=', '!=', '!~', '=', '~', '>', '<'] as const;

/** Reads JQL: clauses joined by AND, and an order. What it can't read is refused as Jira refuses bad JQL. */
export function parseJql(jql: string): Query {
  const tokens = tokensOf(jql);
  const query: Query = { clauses: [], order: [] };
  let at = 0;
  const peek = (ahead = 0) => tokens[at + ahead];
  const isWord = (word: string, ahead = 0) => {
    const token = peek(ahead);
    return token !== undefined && !token.isQuoted && token.text.toLowerCase() === word;
  };
  const take = () => {
    const token = tokens[at++];
    if (!token) throw badJql(`Unexpected end of the query '${jql}'.`);
    return token.text;
  };

  while (at < tokens.length && !isWord('order')) {
    if (query.clauses.length) {
      if (isWord('or')) throw new Error(`The workspace’s JQL knows AND alone: ${jql}`);
      if (!isWord('and')) throw badJql(`Expecting either 'OR' or 'AND' but got '${peek()?.text}'.`);
      at += 1;
    }
    query.clauses.push(clause());
  }
  if (isWord('order')) {
    at += 1;
    if (!isWord('by')) throw badJql("Expecting 'by' after 'order'.");
    do {
      at += 1;
      const field = take().toLowerCase();
      const direction = isWord('asc') || isWord('desc') ? take().toLowerCase() : 'asc';
      query.order.push({ field, descending: direction === 'desc' });
    } while (isWord(','));
    if (at < tokens.length) throw badJql(`Unexpected '${peek()?.text}' after the order.`);
  }
  return query;

  function clause(): Clause {
    const field = take().toLowerCase();
    const operator = readOperator(field);
    if (operator === 'in' || operator === 'not in') return { field, operator, values: list() };
    return { field, operator, values: [take()] };
  }

  function readOperator(field: string): Clause['operator'] {
    const text = take().toLowerCase();
    if (text === 'in') return 'in';
    if (text === 'not' && isWord('in')) {
      take();
      return 'not in';
    }
    if (text === 'is') {
      if (!isWord('not')) return 'is';
      take();
      return 'is not';
    }
    const found = OPERATORS.find((operator) => operator === text);
    if (!found) throw badJql(`Expecting operator after '${field}' but got '${text}'.`);
    return found;
  }

  function list(): string[] {
    if (take() !== '(') throw badJql("Expecting '('.");
    const values = [take()];
    while (isWord(',')) {
      at += 1;
      values.push(take());
    }
    if (take() !== ')') throw badJql("Expecting ')'.");
    return values;
  }
}

export const badJql = (why: string) => badRequest(`Error in the JQL Query: ${why}`);

// A quoted text escapes its quotes and backslashes; outside of quotes, Jira's reserved characters are not allowed.
function tokensOf(jql: string): Token[] {
  const tokens: Token[] = [];
  let rest = jql.trimStart();
  while (rest) {
    const quoted = /^"((?:[^"\\]|\\.)*)"|^'((?:[^'\\]|\\.)*)'/s.exec(rest);
    const bare = /^(>=|<=|!=|!~|[=~<>(),]|[^\s=~<>(),!"']+)/.exec(rest);
    const found = quoted ?? bare;
    if (!found) {
      const first = rest[0] ?? '';
      throw badJql(
        first === '"' || first === "'"
          ? `The quoted string '${rest.slice(1)}' has not been completed.`
          : `The character '${first}' is a reserved JQL character. You must enclose it in a string or use the escape instead.`,
      );
    }
    const text = quoted ? unescaped(quoted[1] ?? quoted[2] ?? '') : found[0];
    if (bare && !quoted && /[@#$%^&*[\]{}|;:+?]/.test(text))
      throw badJql(
        `The character '${/[@#$%^&*[\]{}|;:+?]/.exec(text)?.[0]}' is a reserved JQL character. You must enclose it in a string or use the escape instead.`,
      );
    tokens.push({ text, isQuoted: quoted !== null });
    rest = rest.slice(found[0].length).trimStart();
  }
  return tokens;
}

function unescaped(text: string): string {
  return text.replace(/\\(u[0-9a-fA-F]{4}|.)/gs, (_, sign: string) => {
    if (sign.length > 1) return String.fromCharCode(Number.parseInt(sign.slice(1), 16));
    if (sign === 'n') return '\n';
    if (sign === 't') return '\t';
    if (sign === 'r') return '\r';
    if (/["'\\ ]/.test(sign)) return sign;
    throw badJql(
      `'\\${sign}' is an illegal JQL escape sequence. The valid escape sequences are \\', \\", \\t, \\n, \\r, \\\\, '\\ ' and \\uXXXX.`,
    );
  });
}

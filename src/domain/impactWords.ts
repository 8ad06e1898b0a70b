import type { Impact } from './impact.ts';

const MOST_NAMED = 20;

/** Whom an incident has hit as it is declared, in one line for Engineering: organizations and numbers, and nobody's name. */
export function impactWords({ organizations, tickets }: Impact, people: number): string {
  if (tickets === 0) return '';
  const who = `${tickets} ${tickets === 1 ? 'ticket' : 'tickets'} from ${people} ${people === 1 ? 'person' : 'people'}`;
  if (organizations.length === 0) return who;
  const names = organizations.slice(0, MOST_NAMED).map(({ name }) => name);
  const rest = organizations.length - names.length;
  return `${who}; organizations: ${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

import type { User } from '../person.ts';
import type { World } from '../world.ts';

/** Where a customer writes from: language, Zendesk's name of the zone, its name in the time zone database. */
const PLACES = {
  newYork: ['en-US', 'Eastern Time (US & Canada)', 'America/New_York'],
  chicago: ['en-US', 'Central Time (US & Canada)', 'America/Chicago'],
  seattle: ['en-US', 'Pacific Time (US & Canada)', 'America/Los_Angeles'],
  london: ['en-GB', 'London', 'Europe/London'],
  dublin: ['en-GB', 'Dublin', 'Europe/Dublin'],
  sydney: ['en-GB', 'Sydney', 'Australia/Sydney'],
  madrid: ['es', 'Madrid', 'Europe/Madrid'],
  mexico: ['es', 'Mexico City', 'America/Mexico_City'],
  paris: ['fr', 'Paris', 'Europe/Paris'],
  berlin: ['de', 'Berlin', 'Europe/Berlin'],
  vienna: ['de', 'Vienna', 'Europe/Vienna'],
  saoPaulo: ['pt-BR', 'Brasilia', 'America/Sao_Paulo'],
  riyadh: ['ar', 'Riyadh', 'Asia/Riyadh'],
  tokyo: ['ja', 'Tokyo', 'Asia/Tokyo'],
} as const;

export type Place = keyof typeof PLACES;

/** The customer of this name, made when first met. */
export function customerNamed(world: World, name: string, place: Place, organization?: string): User {
  for (const user of world.users.values()) if (user.name === name) return user;
  const [locale, timeZone, ianaTimeZone] = PLACES[place];
  return world.addUser({
    name,
    email: `${mailName(name)}@example.org`,
    locale,
    timeZone,
    ianaTimeZone,
    organizationId: organization ? organizationNamed(world, organization) : null,
    createdAt: Date.UTC(2025, 5, 1, 9),
  });
}

function organizationNamed(world: World, name: string): number {
  for (const organization of world.organizations.values())
    if (organization.name === name) return organization.id;
  return world.addOrganization({ name, createdAt: Date.UTC(2024, 5, 1, 9) }).id;
}

// A name in another script has no letters to make an address of; its length tells such names apart well enough.
const mailName = (name: string) =>
  name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.')
    .replace(/^\.|\.$/g, '') || `customer${name.length}`;

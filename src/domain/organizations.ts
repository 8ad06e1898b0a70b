import type { ReportRow } from './reportRows.ts';

/** One organization that an incident has hit. */
export interface OrganizationHit {
  /** 0 stands for customers of no organization. */
  readonly id: number;
  readonly reports: number;
  readonly told: number;
  readonly customers: number;
}

/** Whom it has hit, by how many tickets; `n` is the update that customers are told now. */
export function organizationsHit(rows: readonly ReportRow[], n: number): OrganizationHit[] {
  const hits = new Map<number, { reports: number; told: number; people: Set<string> }>();
  for (const { organization, told = -1, customer, id } of rows) {
    const hit = hits.get(organization) ?? { reports: 0, told: 0, people: new Set<string>() };
    hits.set(organization, hit);
    hit.reports += 1;
    if (told >= n) hit.told += 1;
    hit.people.add(customer || `#${id}`);
  }
  return [...hits]
    .map(([id, { reports, told, people }]) => ({ id, reports, told, customers: people.size }))
    .sort((a, b) => b.reports - a.reports || a.id - b.id);
}

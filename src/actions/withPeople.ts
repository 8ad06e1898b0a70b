import type { BatchDesk, ReportPage } from '../ports/batches.ts';
import type { Paced } from './paced.ts';

/**
 * The page with everybody who asked. Whether Zendesk's list of incidents brings its people along is not documented;
 * those it left out take one request more.
 */
export async function withPeople(
  batches: Pick<BatchDesk, 'people'>,
  paced: Pick<Paced, 'read'>,
  page: ReportPage,
): Promise<ReportPage> {
  const requesters = new Set(page.tickets.flatMap(({ requesterId }) => requesterId ?? []));
  const missing = [...requesters].filter((id) => !page.people.has(id));
  if (missing.length === 0) return page;
  const { value: more } = await paced.read(() => batches.people(missing));
  return { ...page, people: new Map([...page.people, ...more]) };
}

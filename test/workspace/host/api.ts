import type { Answer, Call } from '../world/call.ts';
import type { Change } from '../world/changes.ts';
import type { RequestOptions, RequestOutcome } from '../zaf/request.ts';
import type { Snapshot } from '../zaf/snapshot.ts';
import type { Start, TicketRow } from './start.ts';

/** What the page asks of the server behind it. */
export const api = {
  start: () => get<Start>('start'),
  tickets: () => get<TicketRow[]>('tickets'),
  ticket: (id: number, agent: number) => get<Snapshot>(`tickets/${id}?agent=${agent}`),
  noTicket: (agent: number) => get<Snapshot>(`no-ticket?agent=${agent}`),
  request: (agent: number, options: RequestOptions) => post<RequestOutcome>('request', { agent, options }),
  place: (place: string, name: string) => get<unknown>(`places/${place}/${name}`),
  act: (place: string, name: string, action: unknown) => post<unknown>(`places/${place}/${name}`, action),
  async call(call: Call): Promise<Answer> {
    const answer = await post<Answer | null>('call', call);
    if (!answer) throw new Error('No answer came');
    return answer;
  },
  onChange(listener: (change: Change) => void): void {
    const events = new EventSource('/__workspace/changes');
    events.onmessage = ({ data }) => listener(JSON.parse(data) as Change);
  },
};

async function get<T>(path: string): Promise<T> {
  return read<T>(await fetch(`/__workspace/${path}`));
}

async function post<T>(path: string, body: unknown): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  return read<T>(
    await fetch(`/__workspace/${path}`, { method: 'POST', headers, body: JSON.stringify(body) }),
  );
}

async function read<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as T;
}

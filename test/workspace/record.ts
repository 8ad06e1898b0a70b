import type { Answer, Call } from './world/call.ts';

export interface Exchange {
  service: string;
  request: { method: string; url: string; headers: Record<string, string>; body?: unknown };
  /** Null when no answer reached the caller. */
  response: Answer | null;
}

/** Keeps every exchange as the app made it, with the placeholders of secure settings still in place. */
export interface Recorder {
  record(service: string, call: Call, answer: Answer | null): void;
  readonly exchanges: readonly Exchange[];
  /** One exchange per line. */
  toNdjson(): string;
}

export function createRecorder(): Recorder {
  const lines: string[] = [];
  return {
    record(service, call, answer) {
      const { url, headers, body } = call.asMade ?? call;
      const request = { method: call.method, url, headers, ...(body === undefined ? {} : { body }) };
      // Written down at once: what the caller does with the answer later is not part of the traffic.
      lines.push(JSON.stringify({ service, request, response: answer }));
    },
    get exchanges() {
      return lines.map((line) => JSON.parse(line) as Exchange);
    },
    toNdjson: () => lines.map((line) => `${line}\n`).join(''),
  };
}

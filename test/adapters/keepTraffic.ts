import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll } from 'vitest';
import { createRecorder, type Recorder } from '../workspace/record.ts';

const FOLDER = new URL('../../test-results/traffic/', import.meta.url);

/** Records what the tests of a file send; afterwards it is there to be checked against the vendors' descriptions. */
export function keepTraffic(name: string): Recorder {
  const recorder = createRecorder();
  afterAll(() => {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(new URL(`${name}.ndjson`, FOLDER), recorder.toNdjson());
  });
  return recorder;
}

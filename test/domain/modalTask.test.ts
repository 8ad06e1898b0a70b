import { describe, expect, test } from 'vitest';
import { isModalHash } from '../../src/domain/modalHash.ts';
import { type ModalTask, readModalHash, toModalHash } from '../../src/domain/modalTask.ts';

const TASKS: ModalTask[] = [
  { show: 'post', incident: 3024 },
  { show: 'post', incident: 3024, stage: 'resolved' },
  { show: 'reports', incident: 3024 },
  { show: 'reports', incident: 3024, n: 2 },
  { show: 'reports', incident: 3024, answered: true },
  { show: 'timeline', incident: 3024 },
  { show: 'declare' },
  { show: 'declare', ticket: 21, tickets: [22, 23] },
  { show: 'settings' },
  { show: 'post', incident: 3024, brand: { id: 360_001, name: 'Harbor & Söhne #1' } },
];

test.each(TASKS)('what a modal is for survives its address: %o', (task) => {
  expect(isModalHash(toModalHash(task))).toBe(true);
  expect(readModalHash(toModalHash(task))).toEqual(task);
});

test('a value that is not given is not written', () => {
  expect(toModalHash({ show: 'post', incident: 3024, stage: undefined })).toBe('#show=post&incident=3024');
});

test('tickets that make no sense are left out, and no more are taken than can be read at once', () => {
  expect(readModalHash('#show=declare&tickets=4,x,-2,,5')).toEqual({ show: 'declare', tickets: [4, 5] });
  const many = Array.from({ length: 130 }, (_, index) => index + 1);
  const read = readModalHash(toModalHash({ show: 'declare', ticket: 999, tickets: many }));
  expect(read).toEqual({ show: 'declare', ticket: 999, tickets: many.slice(0, 100) });
});

describe('no task is read from', () => {
  test.each([
    [''],
    ['#'],
    ['#modal'],
    ['#show=post'],
    ['#show=post&incident=0'],
    ['#show=post&incident=-3'],
    ['#show=post&incident=12e3'],
    ['#show=solve&incident=3024'],
    ['#incident=3024&show=post'],
  ])('"%s"', (hash) => {
    expect(readModalHash(hash)).toBeUndefined();
  });
});

test('what is unclear beside the incident is left out', () => {
  expect(readModalHash('#show=post&incident=3024&stage=over')).toEqual({ show: 'post', incident: 3024 });
  expect(readModalHash('#show=reports&incident=3024&n=two')).toEqual({ show: 'reports', incident: 3024 });
  expect(readModalHash('#show=timeline&incident=3024&brandId=x&brandName=A')).toEqual({
    show: 'timeline',
    incident: 3024,
  });
});

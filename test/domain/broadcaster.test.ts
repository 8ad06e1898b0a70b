import { describe, expect, test } from 'vitest';
import { findGroup, refusalByRights } from '../../src/domain/broadcaster.ts';

const AGENT = { isLight: false, isRestricted: false };
const GROUPS = [
  { id: 360_101, name: 'Support' },
  { id: 7, name: '360101' },
];

describe('rights', () => {
  test('an agent of whom nothing speaks against it may tell everyone', () => {
    expect(refusalByRights(AGENT, undefined)).toBeUndefined();
    expect(refusalByRights(AGENT, { name: 'Lead', lacks: [] })).toBeUndefined();
  });

  test('what Zendesk says of the agent goes before the role', () => {
    const role = { name: 'Light agent', lacks: ['answer in public'] as const };
    expect(refusalByRights({ ...AGENT, isLight: true }, role)).toEqual({ because: 'light agent' });
    expect(refusalByRights({ ...AGENT, isRestricted: true }, role)).toEqual({ because: 'restricted agent' });
    expect(refusalByRights(AGENT, role)).toEqual({
      because: 'role',
      role: 'Light agent',
      lacks: 'answer in public',
    });
  });
});

describe('the group that an admin has named', () => {
  test.each(['Support', ' support ', 'SUPPORT', '360101'])('%j is found', (wanted) => {
    expect(findGroup(wanted, GROUPS.slice(0, 1))?.id).toBe(360_101);
  });

  test('a name goes before an id', () => {
    expect(findGroup('360101', GROUPS)?.id).toBe(7);
  });

  test('part of a name is not enough', () => {
    expect(findGroup('Sup', GROUPS)).toBeUndefined();
  });
});

import { expect, test } from 'vitest';
import { FAULTS, failCall } from '../actions/faultsAtEveryCall.ts';
import type { World } from '../workspace/world/world.ts';
import { playWorlds } from './playWorlds.ts';

const CALLS = 25;

test.each(FAULTS)(
  '%s, whichever call it is, leaves nobody out and nobody told twice',
  async (_, fault) => {
    const worlds = Array.from({ length: CALLS }, (_, index) => {
      const spoil = (world: World) => failCall(world, index, fault);
      return { name: `call ${index}`, seed: 4, wanted: { size: 7, isCalm: true, death: undefined, spoil } };
    });
    expect((await playWorlds(worlds)).broken).toEqual([]);
  },
  60_000,
);

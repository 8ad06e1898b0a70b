import { fileFaults } from './fileFaults.ts';
import { manifestFaults } from './manifestFaults.ts';
import type { Package } from './readPackage.ts';
import { requirementFaults } from './requirementFaults.ts';
import { translationFaults } from './translationFaults.ts';

/** Why Zendesk would refuse a package, or what makes it fail there at run time; empty when nothing does. */
export function faultsOf(pack: Package): string[] {
  return [manifestFaults, requirementFaults, translationFaults, fileFaults].flatMap((rules) => rules(pack));
}

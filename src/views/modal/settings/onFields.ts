import { checkFields, type FieldsFinding } from '../../../actions/checkFields.ts';
import { FIELD_TITLES } from '../../../domain/fields.ts';
import { explainWhy } from '../../explain.ts';
import type { Words } from '../../phrases.tsx';
import type { Check, Verdict } from './verdict.ts';

export const onFields: Check = {
  id: 'fields',
  name: 'settingsCheck.fields.name',
  run: async (ports) => {
    const finding = await checkFields(ports);
    return (words) => verdictOn(finding, words);
  },
};

function verdictOn(finding: FieldsFinding, words: Words): Verdict {
  const { t, listOf } = words;
  switch (finding.is) {
    case 'ready':
      return { tone: 'good', lines: [t('settingsCheck.fields.ready')] };
    case 'lacking': {
      const titles = listOf(finding.fields.map((key) => FIELD_TITLES[key]));
      return { tone: 'bad', lines: [t('settingsCheck.fields.lacking', { titles })] };
    }
    case 'unknown':
      return {
        tone: 'bad',
        lines: [t('settingsCheck.failed', { why: explainWhy(finding.error, words) })],
      };
  }
}

import { checkJira, type JiraFinding } from '../../../actions/checkJira.ts';
import type { Settings } from '../../../domain/settings.ts';
import type { IssueKind } from '../../../ports/issues.ts';
import type { ServiceError } from '../../../ports.ts';
import { explainWhy } from '../../explain.ts';
import type { Words } from '../../phrases.tsx';
import type { Check, Verdict } from './verdict.ts';

export const onJira: Check = {
  id: 'jira',
  name: 'settingsCheck.jira.name',
  run: async (ports) => {
    const finding = await checkJira(ports);
    return (words) => verdictOn(finding, ports.settings, words);
  },
};

function verdictOn(finding: JiraFinding, settings: Settings, words: Words): Verdict {
  const { t, listOf } = words;
  switch (finding.is) {
    case 'not set up':
      return { tone: 'off', lines: [t('settingsCheck.jira.notSetUp')] };
    case 'half set up': {
      const names = listOf(finding.lacks.map((name) => t(`settingsCheck.jira.setting.${name}`)));
      return { tone: 'warning', lines: [t('settingsCheck.jira.halfSetUp', { names })] };
    }
    case 'failed':
      return { tone: 'bad', lines: [whyOf(finding.error, settings, words)] };
    case 'reached':
      return whatMayBeDone(finding, settings, words);
  }
}

function whyOf(error: ServiceError, { jira }: Settings, words: Words): string {
  const { t } = words;
  const { trouble, detail = '' } = error;
  const says = detail ? t('jiraTrouble.says', { detail: /[.!?]$/.test(detail) ? detail : `${detail}.` }) : '';
  if (detail.startsWith('Proxy error')) {
    const host = jira?.cloudId ? 'api.atlassian.com' : (jira?.site.split(/[:/]/)[0] ?? '');
    return t('settingsCheck.jira.notAllowed', { host });
  }
  if (trouble === 'signed out') return t('settingsCheck.jira.signedOut');
  if (trouble === 'forbidden') return t('settingsCheck.jira.forbidden', { says }).trim();
  if (trouble === 'missing')
    return t('settingsCheck.jira.missing', { project: jira?.project ?? '', says }).trim();
  return t('settingsCheck.failed', { why: explainWhy(error, words) });
}

type Reached = Extract<JiraFinding, { is: 'reached' }>;

function whatMayBeDone({ rights, kinds }: Reached, { jiraSite }: Settings, words: Words): Verdict {
  const { t, listOf } = words;
  const { account, project, lacks } = rights;
  const places = { account, project, rights: listOf(lacks) };
  const kindWords = (kind: IssueKind) =>
    kind.fields.length === 0
      ? kind.name
      : t('settingsCheck.jira.asksFor', {
          kind: kind.name,
          fields: listOf(kind.fields.map(({ name }) => name)),
        });
  const shut = kinds.filter(({ fields }) => fields.some(({ kind }) => kind === 'other'));
  const open = kinds.filter((kind) => !shut.includes(kind));
  const troubles = [
    lacks.length > 0 && t('settingsCheck.jira.lacks', places),
    lacks.length === 0 && open.length === 0 && t('settingsCheck.jira.noKind', places),
    ...shut.map((kind) => t('settingsCheck.jira.cannotFile', { kind: kindWords(kind) })),
    !jiraSite && t('settingsCheck.jira.noSite'),
  ].filter((line) => line !== false);
  return {
    tone: lacks.length > 0 || open.length === 0 ? 'bad' : troubles.length > 0 ? 'warning' : 'good',
    lines: [
      t(lacks.length > 0 ? 'settingsCheck.jira.signedIn' : 'settingsCheck.jira.ready', places),
      ...troubles,
      ...(open.length > 0 ? [t('settingsCheck.jira.kinds', { kinds: listOf(open.map(kindWords)) })] : []),
    ],
  };
}

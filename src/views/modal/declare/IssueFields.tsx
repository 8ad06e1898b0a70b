import { Button } from '@zendeskgarden/react-buttons';
import { Field, Radio } from '@zendeskgarden/react-forms';
import { useEffect } from 'react';
import type { DeclareForm } from '../../../domain/declareForm.ts';
import type { ModalPorts } from '../../../ports/batches.ts';
import { ServiceError } from '../../../ports.ts';
import { DemandFields } from '../../declare/DemandFields.tsx';
import { explainWhy } from '../../explain.ts';
import { useWords } from '../../phrases.tsx';
import { Buttons, Row, Small } from '../../pieces.tsx';
import { RetryLink } from '../../RetryLink.tsx';
import { useTask } from '../../useTask.ts';
import { Close, Column, FieldName } from '../post/shapes.tsx';
import { TextField } from '../post/TextField.tsx';
import type { useDemands } from './useNearby.ts';

/** Engineering's issue: a new one with what the tracker asks for, one that is there, or none for now. */
export function IssueFields(props: {
  ports: ModalPorts;
  form: DeclareForm;
  change: (changes: Partial<DeclareForm>) => void;
  demands: ReturnType<typeof useDemands>;
  isTried: boolean;
  keyTrouble: string | undefined;
}) {
  const { ports, form, change, demands, isTried, keyTrouble } = props;
  const words = useWords();
  const { t } = words;
  const kinds = demands.state === 'seen' ? demands.value.kinds : [];
  const proposed =
    (kinds.find(({ fields }) => fields.every(({ kind }) => kind !== 'other')) ?? kinds[0])?.id ?? '';
  useEffect(() => {
    if (proposed && !form.kind) change({ kind: proposed });
  }, [proposed, form.kind, change]);
  if (!ports.issues) return <Small>{t('declare.noTracker')}</Small>;
  return (
    <Column>
      <Close role="radiogroup" aria-labelledby="declare-issue">
        <FieldName id="declare-issue">{t('declare.issue')}</FieldName>
        {(['file', 'adopt', 'none'] as const).map((issue) => (
          <Field key={issue}>
            <Radio
              name="issue"
              value={issue}
              checked={form.issue === issue}
              onChange={() => change({ issue })}
            >
              <Field.Label isRegular>{t(`declare.issueWish.${issue}`)}</Field.Label>
            </Radio>
          </Field>
        ))}
      </Close>
      {form.issue === 'file' && demands.state === 'looking' && (
        <Small role="status">{t('declare.asking')}</Small>
      )}
      {form.issue === 'file' && demands.state === 'failed' && (
        <Small role="alert" data-test-id="declare-jira-down">
          {t('declare.trackerDown', {
            why: demands.error instanceof ServiceError ? explainWhy(demands.error, words) : t('trouble.bug'),
          })}{' '}
          <RetryLink again={demands.again} />
        </Small>
      )}
      {form.issue === 'file' && demands.state === 'seen' && kinds.length === 0 && (
        <Small role="alert">{t('declare.mayFileNothing')}</Small>
      )}
      {form.issue === 'file' && demands.state === 'seen' && (
        <DemandFields
          kinds={kinds}
          kind={form.kind}
          values={form.values}
          isTried={isTried}
          onChange={change}
        />
      )}
      {form.issue === 'adopt' && <Adopt ports={ports} form={form} change={change} trouble={keyTrouble} />}
    </Column>
  );
}

function Adopt(props: {
  ports: ModalPorts;
  form: DeclareForm;
  change: (changes: Partial<DeclareForm>) => void;
  trouble: string | undefined;
}) {
  const { ports, form, change, trouble } = props;
  const words = useWords();
  const { t } = words;
  const search = useTask(async (text: string) => (await ports.issues?.())?.search(text) ?? []);
  const { task } = search;
  return (
    <>
      <TextField
        form="declare"
        name="issueKey"
        label={t('declare.issueKey')}
        value={form.issueKey}
        onChange={(issueKey) => change({ issueKey })}
        trouble={trouble}
        hint={t('declare.issueKeyHint')}
      />
      <Buttons>
        <Button
          size="small"
          disabled={task.state === 'running' || !form.issueKey.trim()}
          onClick={() => void search.run(form.issueKey)}
          data-test-id="declare-search"
        >
          {t('declare.search')}
        </Button>
      </Buttons>
      {task.state === 'failed' && (
        <Small role="alert">
          {task.error instanceof ServiceError ? explainWhy(task.error, words) : t('trouble.bug')}
        </Small>
      )}
      {task.state === 'done' && task.value.length === 0 && (
        <Small role="status">{t('declare.noneFound')}</Small>
      )}
      {task.state === 'done' && (
        <ul data-test-id="declare-found">
          {task.value.map(({ id, key, summary, status }) => (
            <Row as="li" key={id}>
              <Button isLink size="small" onClick={() => change({ issueKey: key })}>
                {key}
              </Button>
              <Small as="span" dir="auto">
                {summary} · {status}
              </Small>
            </Row>
          ))}
        </ul>
      )}
    </>
  );
}

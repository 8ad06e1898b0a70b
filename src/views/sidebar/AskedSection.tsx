import { Checkbox, Field } from '@zendeskgarden/react-forms';
import { markAsked } from '../../actions/markAsked.ts';
import { hasAsked } from '../../domain/rca.ts';
import { ServiceError } from '../../ports.ts';
import { explainDone } from '../explain.ts';
import { useWords } from '../phrases.tsx';
import { Section, Small } from '../pieces.tsx';
import { useTask } from '../useTask.ts';
import type { KnownProps } from './Sidebar.tsx';

/** Whether this customer has asked why it happened; it is a tag on the ticket. */
export function AskedSection({ seen, ports, refresh }: KnownProps) {
  const { ticket } = seen;
  const words = useWords();
  const { t } = words;
  const mark = useTask(async (asked: boolean) => {
    await markAsked(ports, ticket.id, asked);
    await refresh();
  });
  const { task } = mark;
  return (
    <Section data-test-id="asked">
      <Field>
        <Checkbox
          checked={hasAsked(ticket)}
          disabled={task.state === 'running'}
          onChange={({ target }) => void mark.run(target.checked)}
          data-test-id="asked-rca"
        >
          <Field.Label isRegular>{t('review.askedLabel')}</Field.Label>
        </Checkbox>
      </Field>
      {task.state === 'failed' && (
        <Small role="alert">
          {isClosedToAll(task.error) && ticket.status === 'closed'
            ? t('review.askedClosed')
            : explainDone(task.error, words)}
        </Small>
      )}
    </Section>
  );
}

const isClosedToAll = (error: unknown) => error instanceof ServiceError && error.trouble === 'refused';

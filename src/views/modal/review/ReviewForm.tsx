import { Button } from '@zendeskgarden/react-buttons';
import { Field, Select } from '@zendeskgarden/react-forms';
import { useState } from 'react';
import { changeReview, type ReviewChanged } from '../../../actions/changeReview.ts';
import type { Incident } from '../../../domain/incident.ts';
import type { Review } from '../../../domain/record.ts';
import {
  cleanEdit,
  type EditTrouble,
  editTroubles,
  REVIEW_STATES,
  type ReviewEdit,
  type ReviewState,
  toEdit,
} from '../../../domain/review.ts';
import type { ModalPorts } from '../../../ports/batches.ts';
import { DoneFailed } from '../../DoneFailed.tsx';
import { explainRefusal } from '../../explainRefusal.ts';
import { Note } from '../../Note.tsx';
import { useWords } from '../../phrases.tsx';
import { Buttons, Small, Title } from '../../pieces.tsx';
import { STATE_PHRASES } from '../../reviewWords.ts';
import { useTask } from '../../useTask.ts';
import { Column, Columns, Foot, Head } from '../post/shapes.tsx';
import { TextField } from '../post/TextField.tsx';
import { editWords } from './editWords.ts';

/** The form of a review. What somebody else has changed meanwhile is shown, and nothing is lost on either side. */
export function ReviewForm(props: {
  ports: ModalPorts;
  incident: Incident;
  review: Review;
  myName: string;
  close: () => void;
}) {
  const { ports, incident, review, myName, close } = props;
  const { t } = useWords();
  const [seen, setSeen] = useState<ReviewEdit>(() => toEdit(review));
  const [edit, setEdit] = useState<ReviewEdit>(seen);
  const [isTried, setTried] = useState(false);
  const change = (part: Partial<ReviewEdit>) => setEdit((before) => ({ ...before, ...part }));
  const saving = useTask(async (from: ReviewEdit): Promise<ReviewChanged> => {
    const changed = await changeReview(ports, incident.id, from, edit);
    if (changed.do === 'changed') close();
    return changed;
  });
  const { task } = saving;
  const wrong = isTried ? editTroubles(cleanEdit(edit)) : [];
  const troubleOf = (trouble: EditTrouble) => (wrong.includes(trouble) ? t(TROUBLES[trouble]) : undefined);

  function save(from = seen) {
    setTried(true);
    if (editTroubles(cleanEdit(edit)).length === 0) void saving.run(from);
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Head>
        <Title tabIndex={-1}>
          {t('review.formHeading')} <Small as="span" dir="auto">{`· ${incident.title}`}</Small>
        </Title>
      </Head>
      {task.state === 'failed' && <DoneFailed error={task.error} />}
      {task.state === 'done' && (
        <Outcome
          outcome={task.value}
          onTakeTheirs={(now) => {
            setSeen(now);
            setEdit(now);
            saving.reset();
          }}
          onSaveMine={(now) => {
            setSeen(now);
            save(now);
          }}
        />
      )}
      <Columns>
        <Column>
          <Field>
            <Field.Label>{t('review.stateLabel')}</Field.Label>
            <Select
              value={edit.state}
              onChange={({ target }) => change({ state: target.value as ReviewState })}
              data-test-id="review-state"
            >
              {REVIEW_STATES.map((state) => (
                <option key={state} value={state}>
                  {t(STATE_PHRASES[state])}
                </option>
              ))}
            </Select>
          </Field>
          <TextField
            form="review"
            name="day"
            type="date"
            label={t('review.dueLabel')}
            value={edit.day}
            onChange={(day) => change({ day })}
            trouble={troubleOf('day')}
            hint={t('review.dueHint', { zone: review.zone ?? 'UTC' })}
          />
        </Column>
        <Column>
          <div>
            <TextField
              form="review"
              name="owner"
              label={t('review.ownerLabel')}
              value={edit.owner}
              onChange={(owner) => change({ owner })}
              trouble={troubleOf('owner long')}
            />
            {myName !== '' && edit.owner !== myName && (
              <Buttons>
                <Button
                  isLink
                  size="small"
                  onClick={() => change({ owner: myName })}
                  data-test-id="review-mine"
                >
                  {t('review.mine')}
                </Button>
              </Buttons>
            )}
          </div>
          <TextField
            form="review"
            name="link"
            label={t('review.linkLabel')}
            value={edit.link}
            onChange={(link) => change({ link })}
            trouble={troubleOf('link')}
          />
        </Column>
      </Columns>
      <Foot>
        <Button onClick={close}>{t('review.cancel')}</Button>
        <Button type="submit" isPrimary disabled={task.state === 'running'} data-test-id="review-save">
          {task.state === 'running' ? t('review.saving') : t('review.save')}
        </Button>
      </Foot>
    </form>
  );
}

const TROUBLES = {
  day: 'review.trouble.day',
  link: 'review.trouble.link',
  'owner long': 'review.trouble.ownerLong',
} as const satisfies Record<EditTrouble, string>;

function Outcome(props: {
  outcome: ReviewChanged;
  onTakeTheirs: (now: ReviewEdit) => void;
  onSaveMine: (now: ReviewEdit) => void;
}) {
  const { outcome, onTakeTheirs, onSaveMine } = props;
  const words = useWords();
  const { t } = words;
  if (outcome.do === 'changed' || outcome.do === 'correct') return null;
  if (outcome.do === 'refuse')
    return (
      <Note weight="danger">
        {t('review.notSaved')}{' '}
        {outcome.because === 'no review'
          ? t('review.gone')
          : explainRefusal({ because: outcome.because }, words)}
      </Note>
    );
  const { now } = outcome;
  return (
    <Note weight="warning">
      <span>{t('review.conflict', { now: editWords(now, words) })}</span>
      <Buttons>
        <Button size="small" onClick={() => onTakeTheirs(now)} data-test-id="review-theirs">
          {t('review.takeTheirs')}
        </Button>
        <Button size="small" onClick={() => onSaveMine(now)} data-test-id="review-mine-instead">
          {t('review.saveMine')}
        </Button>
      </Buttons>
    </Note>
  );
}

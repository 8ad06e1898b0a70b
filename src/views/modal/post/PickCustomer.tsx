import { Button } from '@zendeskgarden/react-buttons';
import { Field, Input } from '@zendeskgarden/react-forms';
import { useMemo, useState } from 'react';
import styled from 'styled-components';
import { languageName } from '../../../domain/languageName.ts';
import type { SurveyRow } from '../../../domain/survey.ts';
import { Disclose } from '../../Disclose.tsx';
import { useWords } from '../../phrases.tsx';
import { Row, Small } from '../../pieces.tsx';

const Search = styled.div`
  display: grid;
  gap: ${({ theme }) => theme.space.xs};
  padding-block-start: ${({ theme }) => theme.space.xs};
`;
const Found = styled.ul`
  display: grid;
  gap: ${({ theme }) => theme.space.xxs};
  & button { text-align: start; }
`;

const MOST_SHOWN = 6;

/** Any customer who will be told, found by name or by the ticket's number. */
export function PickCustomer({
  rows,
  onPick,
}: {
  rows: readonly SurveyRow[];
  onPick: (row: SurveyRow) => void;
}) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <div>
      <Disclose isOpen={isOpen} setOpen={setOpen} testId="preview-pick">
        {isOpen ? t('survey.pickClose') : t('survey.pick')}
      </Disclose>
      {isOpen && <Finder rows={rows} onPick={onPick} />}
    </div>
  );
}

function Finder({ rows, onPick }: { rows: readonly SurveyRow[]; onPick: (row: SurveyRow) => void }) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const found = useMemo(() => matching(rows, text), [rows, text]);
  return (
    <Search>
      <Field>
        <Field.Label isRegular>{t('survey.pickLabel')}</Field.Label>
        <Input
          isCompact
          type="search"
          value={text}
          onChange={(event) => setText(event.target.value)}
          data-test-id="preview-find"
        />
      </Field>
      <Found data-test-id="preview-found">
        {found.slice(0, MOST_SHOWN).map((row) => (
          <Row as="li" key={row.id}>
            <Button isLink size="small" onClick={() => onPick(row)}>
              {row.name || t('survey.noName')}
            </Button>
            <Small as="span">
              {t('survey.ticket', { id: String(row.id) })} · {languageName(row.missing ?? row.language)}
            </Small>
          </Row>
        ))}
      </Found>
      {found.length === 0 && <Small>{t('survey.pickNone', { text })}</Small>}
      {found.length > MOST_SHOWN && (
        <Small>{t('survey.pickMore', { count: found.length - MOST_SHOWN })}</Small>
      )}
    </Search>
  );
}

function matching(rows: readonly SurveyRow[], text: string): SurveyRow[] {
  const wanted = text.trim().replace(/^#/, '').toLowerCase();
  return rows.filter(
    ({ fate, id, name }) =>
      fate === 'tell' && (String(id).startsWith(wanted) || name.toLowerCase().includes(wanted)),
  );
}

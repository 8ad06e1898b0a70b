import { useState } from 'react';
import { languageName } from '../../../domain/languageName.ts';
import type { RcaTrouble } from '../../../domain/rcaDraft.ts';
import type { Rca } from '../../../domain/record.ts';
import { Disclose } from '../../Disclose.tsx';
import { useWords } from '../../phrases.tsx';
import { TextField } from '../post/TextField.tsx';

/** The text in the account's language, and in others where somebody has written it in those. */
export function RcaTexts(props: {
  rca: Rca;
  languages: readonly string[];
  troubles: readonly RcaTrouble[];
  onChange: (texts: Rca['texts']) => void;
}) {
  const { rca, languages, troubles, onChange } = props;
  const { texts, language } = rca;
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const [trouble] = troubles;
  const others = languages.filter((each) => each !== language);
  const field = (each: string, isMain: boolean) => (
    <TextField
      key={each}
      form="rca"
      name={each}
      label={t('review.text', { language: languageName(each) })}
      value={texts[each] ?? ''}
      onChange={(text) => onChange({ ...texts, [each]: text })}
      isOptional={!isMain}
      lines={isMain ? 8 : 4}
      {...(isMain && { hint: t('review.textHint'), trouble: trouble && t(TROUBLES[trouble]) })}
    />
  );
  return (
    <>
      {field(language, true)}
      {others.length > 0 && (
        <div>
          <Disclose isOpen={isOpen} setOpen={setOpen} testId="rca-languages">
            {isOpen ? t('review.fewer') : t('review.languages')}
          </Disclose>
        </div>
      )}
      {isOpen && others.map((each) => field(each, false))}
    </>
  );
}

const TROUBLES = {
  'text missing': 'review.trouble.textMissing',
  'text long': 'review.trouble.textLong',
  'texts long': 'review.trouble.textsLong',
} as const satisfies Record<RcaTrouble, string>;

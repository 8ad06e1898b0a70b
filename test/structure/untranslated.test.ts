import { describe, expect, test } from 'vitest';
import { readSources } from './imports.ts';
import { untranslated } from './untranslated.ts';

test('every word in the views comes from the phrases', () => {
  expect(untranslated(readSources())).toEqual([]);
});

const found = (text: string) => untranslated(new Map([['views/A.tsx', text]]));

describe('it catches', () => {
  test.each([
    ['text in an element', '<p>Not told yet</p>', 'Not told yet'],
    ['text on its own line', '<Small\n  id="x"\n>\n  Not told yet\n</Small>', 'Not told yet'],
    ['text before a value', '<p>Update {n}</p>', 'Update'],
    ['text in a fragment', '<>Hello</>', 'Hello'],
    [
      'text after an attribute with a function',
      '<Button onClick={() => go({ a: 1 })}>Attach</Button>',
      'Attach',
    ],
    ['a label for screen readers', '<div aria-label="Coverage" />', 'Coverage'],
    ['a label in braces', "<Input placeholder={'Find an incident'} />", 'Find an incident'],
    ['a label in backticks', '<i title={`Old update`} />', 'Old update'],
  ])('%s', (_, text, words) => {
    expect(found(text)).toEqual([`views/A.tsx: ${words}`]);
  });
});

describe('it lets pass', () => {
  test.each([
    ['a phrase', "<p>{t('customer.never')}</p>"],
    ['a phrase as a label', "<div aria-label={t('coverage.heading')} />"],
    ['a sign', '<span>·</span>'],
    ['a reference', '<div aria-labelledby="coverage" />'],
    ['a type', 'const [seen, setSeen] = useState<Seen>(first); return <p />;'],
    ['a comparison', 'if (a < b && c > d) { return <b>{x}</b>; }'],
    ['a style', 'const Box = styled.div<{ $weight: string }>`color: red;`;'],
    ['a comment', '// <p>Not told yet</p>'],
  ])('%s', (_, text) => {
    expect(found(text)).toEqual([]);
  });
});

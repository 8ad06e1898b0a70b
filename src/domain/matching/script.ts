const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Whether a run of signs is of a script that puts no spaces between its words. */
export const isUnspaced = (run: string) => UNSPACED.test(run);

/** Lower case, without accents and marks, and without the article that French puts before a vowel. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^(?:[cdjlmnst]|qu)'(?=\p{L})/u, '')
    .normalize('NFKD')
    .replace(/(?<=[\p{Script=Latin}\p{Script=Arabic}])\p{M}+/gu, '')
    .normalize('NFKC')
    .replaceAll('ß', 'ss');
}

// Words of greeting and asking that a cutter leaves.
const SMALL_TALK = new Set(
  '请问 你好 我们 我的 怎么 什么 今天 谢谢 可以 一个 何度 教え 方法 同じ 今朝 今日'.split(' '),
);

/**
 * Cuts such a run into its words. Where the browser knows none of them, two signs after one another tell as much.
 */
export function createCutter(): (run: string) => string[] {
  const segmenter =
    typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('ja', { granularity: 'word' }) : undefined;
  return (run) => {
    const parts = segmenter
      ? Array.from(segmenter.segment(run), ({ segment }) => segment)
      : Array.from({ length: Math.max(0, run.length - 1) }, (_, at) => run.slice(at, at + 2));
    return parts.filter(
      (part) => part.length > 1 && !/^\p{Script=Hiragana}+$/u.test(part) && !SMALL_TALK.has(part),
    );
  };
}

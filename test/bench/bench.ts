export type Figures = Record<string, number>;
export type Goals = Record<string, { max: number } | { min: number }>;

/** Something that is measured, and what must come out. */
export interface Bench {
  goals: Goals;
  measure(tell: (line: string) => void): Promise<Figures>;
}

export function isMet(figures: Figures, goals: Goals): boolean {
  return Object.keys(goals).every((name) => reaches(figures[name], goals[name]));
}

/** A figure to a line, with its goal and whether it was reached. */
export function report(name: string, figures: Figures, goals: Goals): string {
  const lines = Object.entries(figures).map(([figure, value]) => {
    const goal = goals[figure];
    const aim = goal === undefined ? '' : 'max' in goal ? `at most ${goal.max}` : `at least ${goal.min}`;
    const verdict = goal === undefined ? '' : reaches(value, goal) ? 'met' : 'NOT MET';
    return `  ${figure.padEnd(24)}${String(value).padStart(10)}   ${aim.padEnd(16)}${verdict}`.trimEnd();
  });
  return [name, ...lines].join('\n');
}

export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error('nothing was measured');
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

// A goal whose figure is missing is not met.
function reaches(value: number | undefined, goal: Goals[string] | undefined): boolean {
  if (value === undefined || Number.isNaN(value) || !goal) return false;
  return 'max' in goal ? value <= goal.max : value >= goal.min;
}

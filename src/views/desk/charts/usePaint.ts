import { getColor } from '@zendeskgarden/react-theming';
import { useMemo } from 'react';
import { useTheme } from 'styled-components';
import type uPlot from 'uplot';
import { useWords } from '../../phrases.tsx';

export interface Paint {
  readonly reports: string;
  readonly mark: string;
  readonly good: string;
  readonly bad: string;
  readonly quiet: string;
  readonly font: string;
  /** Axis of times, and of figures. */
  readonly axes: [uPlot.Axis, uPlot.Axis];
}

const DAY_S = 24 * 60 * 60;

/** Garden's colors for charts, light or dark as the desk is, and times in the agent's own way. */
export function usePaint(): Paint {
  const theme = useTheme();
  const { locale } = useWords();
  return useMemo(() => {
    const color = (variable: string) => getColor({ theme, variable });
    const font = `12px ${theme.fonts.system}`;
    const shared = {
      font,
      stroke: color('foreground.subtle'),
      grid: { stroke: color('border.subtle'), width: 1 },
      ticks: { stroke: color('border.subtle'), width: 1 },
    };
    const short = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' });
    const long = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', hour: 'numeric' });
    const times = (_: uPlot, splits: number[]) => {
      const isLong = (splits.at(-1) ?? 0) - (splits[0] ?? 0) > DAY_S;
      return splits.map((second) => (isLong ? long : short).format(second * 1_000));
    };
    const number = new Intl.NumberFormat(locale);
    const figures = (_: uPlot, splits: number[]) =>
      splits.map((value) => (Number.isInteger(value) ? number.format(value) : ''));
    return {
      reports: color('foreground.primary'),
      mark: color('foreground.warning'),
      good: color('foreground.success'),
      bad: color('foreground.danger'),
      quiet: color('foreground.subtle'),
      font,
      axes: [
        { ...shared, values: times, space: 80 },
        { ...shared, values: figures, size: 56 },
      ],
    };
  }, [theme, locale]);
}

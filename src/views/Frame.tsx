import { DEFAULT_THEME, type IGardenTheme, ThemeProvider } from '@zendeskgarden/react-theming';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { css } from 'styled-components';
import { dressPage, startsDark } from './dressPage.ts';
import { useWords } from './phrases.tsx';

/** Garden's theme, light or dark as Zendesk is, and right to left where the language is. */
export function Frame(props: {
  onColorScheme: (act: (scheme: string) => void) => void;
  children: ReactNode;
}) {
  const { onColorScheme, children } = props;
  const { locale, isRtl } = useWords();
  const [isDark, setDark] = useState(startsDark);
  useEffect(() => onColorScheme((scheme) => setDark(scheme === 'dark')), [onColorScheme]);
  useEffect(() => dressPage({ locale, isRtl }, isDark), [locale, isRtl, isDark]);
  const theme = useMemo<IGardenTheme>(
    () => ({
      ...DEFAULT_THEME,
      rtl: isRtl,
      components: { 'buttons.button': smallLink },
      colors: { ...DEFAULT_THEME.colors, base: isDark ? 'dark' : 'light' },
    }),
    [isDark, isRtl],
  );
  return <ThemeProvider theme={theme}>{children}</ThemeProvider>;
}

// A link of Garden's is as large as the text around it, whatever its size says; beside small words it would shout.
function smallLink({ $isLink, $size, theme }: { $isLink?: boolean; $size?: string; theme: IGardenTheme }) {
  if (!$isLink || $size !== 'small') return undefined;
  return css`
    font-size: ${theme.fontSizes.sm};
    line-height: ${theme.lineHeights.sm};
  `;
}

import { DEFAULT_THEME, type IGardenTheme, ThemeProvider } from '@zendeskgarden/react-theming';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
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
  useEffect(() => {
    document.documentElement.lang = locale;
    document.documentElement.dir = isRtl ? 'rtl' : 'ltr';
    document.documentElement.style.colorScheme = isDark ? 'dark' : 'light';
  }, [locale, isRtl, isDark]);
  const theme = useMemo<IGardenTheme>(
    () => ({
      ...DEFAULT_THEME,
      rtl: isRtl,
      colors: { ...DEFAULT_THEME.colors, base: isDark ? 'dark' : 'light' },
    }),
    [isDark, isRtl],
  );
  return <ThemeProvider theme={theme}>{children}</ThemeProvider>;
}

// Zendesk says it in the iframe's address, before anything is asked.
function startsDark(): boolean {
  return new URLSearchParams(location.search).get('colorScheme') === 'dark';
}

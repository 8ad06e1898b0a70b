import { DEFAULT_THEME, ThemeProvider } from '@zendeskgarden/react-theming';
import { lazy, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { WithClient } from './WithClient.tsx';
import { WithTexts } from './WithTexts.tsx';

const Greeting = lazy(async () => ({ default: (await import('./Greeting.tsx')).Greeting }));

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <WithClient>
      <ThemeProvider theme={DEFAULT_THEME}>
        <WithTexts>
          <Suspense fallback={<span>Loading</span>}>
            <Greeting />
          </Suspense>
        </WithTexts>
      </ThemeProvider>
    </WithClient>,
  );
}

import '@fontsource-variable/source-serif-4';
import '@mantine/core/styles.layer.css';
import '@mantine/dates/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';
import './app/page.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './app/query-client';
import { router } from './app/router';
import { theme } from './app/theme';
import { onSessionOver } from './session/session-over';
import { TextsProvider } from './texts/texts-provider';

onSessionOver(() => void router.invalidate());

createRoot(document.getElementById('page')!).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <TextsProvider>
        <QueryClientProvider client={queryClient}>
          <Notifications position="bottom-center" />
          <RouterProvider router={router} />
        </QueryClientProvider>
      </TextsProvider>
    </MantineProvider>
  </StrictMode>,
);

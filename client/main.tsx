import './shell/no-eval.ts'
import './ui/fonts.css'
import '@mantine/core/styles.layer.css'
import './ui/tokens.css'
import './ui/base.css'
import './ui/controls.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { setNonce } from 'get-nonce'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { keepPage } from './offline/install.ts'
import { keepLastSeen } from './offline/last-seen.ts'
import { appRouter } from './routes.tsx'
import { storedAppearance } from './shell/appearance.ts'
import { askWhoIsHere } from './shell/entry.ts'
import { startLanguage } from './shell/language.ts'
import { queryClient, TRPCProvider, trpcClient } from './shell/trpc.ts'
import { theme, tokensForMantine } from './ui/theme.ts'

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
setNonce(nonce)

const place = document.getElementById('root')
if (!place) throw new Error('the page has no root')

// Who is signed in and the words are asked for at once; the first page waits for both.
await askWhoIsHere()
const i18n = await startLanguage()
keepLastSeen()
keepPage()

createRoot(place).render(
  <StrictMode>
    <I18nextProvider i18n={i18n}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={tokensForMantine}
        colorSchemeManager={storedAppearance()}
        defaultColorScheme="auto"
        getStyleNonce={() => nonce}
      >
        <QueryClientProvider client={queryClient}>
          <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
            <RouterProvider router={appRouter} />
          </TRPCProvider>
        </QueryClientProvider>
      </MantineProvider>
    </I18nextProvider>
  </StrictMode>,
)

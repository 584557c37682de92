import { useMantineColorScheme } from '@mantine/core'
import { useCallback } from 'react'
import type { Language } from '../../domain/language/format.ts'
import { speak } from './language.ts'
import { meOptions, useMe } from './me.ts'
import { queryClient, useTRPC } from './trpc.ts'
import { useCommand } from './use-command.ts'

/** The person's language and appearance: shown at once, kept by the server for their other devices. */
export function useOwnChoices() {
  const me = useMe()
  const trpc = useTRPC()
  const { setColorScheme } = useMantineColorScheme()
  const { run } = useCommand(trpc.people.changeProfile)

  const keep = useCallback(
    async (choice: { locale: Language } | { theme: 'auto' | 'light' | 'dark' }) => {
      const kept = await run(choice)
      if (!kept.ok) return
      queryClient.setQueryData(meOptions().queryKey, (before) =>
        before ? { ...before, person: { ...before.person, ...choice } } : before,
      )
    },
    [run],
  )

  const chooseLanguage = useCallback(
    async (language: Language) => {
      await speak(language)
      await keep({ locale: language })
    },
    [keep],
  )

  const chooseAppearance = useCallback(
    async (theme: 'auto' | 'light' | 'dark') => {
      setColorScheme(theme)
      await keep({ theme })
    },
    [keep, setColorScheme],
  )

  return { person: me.person, chooseLanguage, chooseAppearance }
}

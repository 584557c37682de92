import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { type Language, languageOf } from '../../domain/language/format.ts'
import { formatters } from '../../domain/language/formatters.ts'
import { zoneShown } from './zone.ts'

/** Read by appearance.js before the first paint. */
const STORED = 'selaras.language'

const words = {
  id: async () => (await import('../../domain/language/id/all.ts')).id,
  en: async () => (await import('../../domain/language/en/all.ts')).en,
} satisfies Record<Language, () => Promise<Record<string, object>>>

async function addWords(to: i18n, language: Language): Promise<void> {
  const rooms = await words[language]()
  for (const [room, texts] of Object.entries(rooms)) to.addResourceBundle(language, room, texts, true, true)
}

/** Loads the words of the language last used on this device, and only those, and makes i18next ready. */
export async function startLanguage(): Promise<i18n> {
  const language = languageOf(localStorage.getItem(STORED) ?? 'id')
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'shell',
    ns: [],
    resources: {},
    interpolation: { escapeValue: false },
    returnNull: false,
    react: { useSuspense: false, bindI18nStore: 'added' },
  })
  for (const [name, format] of Object.entries(formatters)) {
    i18next.services.formatter?.add(name, (value: unknown, lng) =>
      format(value, { language: languageOf(lng), zone: zoneShown(), now: new Date().toISOString() }),
    )
  }
  await addWords(i18next, language)
  document.documentElement.lang = language
  return i18next
}

/** Changes the words on the screen; keeps the choice for the next visit on this device. */
export async function speak(language: Language): Promise<void> {
  if (i18next.language === language) return
  await addWords(i18next, language)
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
  localStorage.setItem(STORED, language)
}

import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { type Language, languageOf } from '../../domain/language/format.ts'
import { formatters } from '../../domain/language/formatters.ts'
import { zoneShown } from './zone.ts'

/** Read by appearance.js before the first paint. */
const STORED = 'selaras.language'

type Words = Record<Language, () => Promise<Record<string, object>>>

const firstWords: Words = {
  id: async () => (await import('../../domain/language/id/first.ts')).first,
  en: async () => (await import('../../domain/language/en/first.ts')).first,
}

const words: Words = {
  id: async () => (await import('../../domain/language/id/all.ts')).id,
  en: async () => (await import('../../domain/language/en/all.ts')).en,
}

const loaded = new Map<Language, Promise<void>>()

async function addWords(language: Language, from: Words): Promise<void> {
  const rooms = await from[language]()
  for (const [room, texts] of Object.entries(rooms)) {
    if (!i18next.hasResourceBundle(language, room)) i18next.addResourceBundle(language, room, texts)
  }
}

/** Every room's words in the language in use. The calendar is drawn without them; every other page waits for them. */
export function allWords(language: Language = languageOf(i18next.language)): Promise<void> {
  const known = loaded.get(language)
  if (known) return known
  const loading = addWords(language, words)
  loaded.set(language, loading)
  loading.catch(() => loaded.delete(language))
  return loading
}

/** Makes i18next ready with the first words of the language last used on this device, and only those. */
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
  await addWords(language, firstWords)
  document.documentElement.lang = language
  return i18next
}

/** Changes the words on the screen; keeps the choice for the next visit on this device. */
export async function speak(language: Language): Promise<void> {
  if (i18next.language === language) return
  await allWords(language)
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
  localStorage.setItem(STORED, language)
}

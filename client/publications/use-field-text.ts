import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { full } from '../../domain/language/format.ts'
import type { publications as words } from '../../domain/language/id/publications.ts'
import type { FocusPoint } from '../../domain/platforms/crop.ts'
import { subjectClasses } from '../../domain/subject-classes.ts'
import { useReader } from '../shell/reader.ts'

type Field = keyof (typeof words)['fields']
type Names = Readonly<Record<string, string>>

/** A field's name and its value as text, for what is compared: ids by their names, media by what is read aloud. */
export function useFieldText() {
  const { t, i18n } = useTranslation('publications')
  const { t: ui } = useTranslation('ui')
  const { t: files } = useTranslation('files')
  const reader = useReader()
  return useMemo(() => {
    const nameOf = (field: string): string =>
      i18n.exists(`publications:fields.${field}`) ? t(`fields.${field as Field}`) : field

    const textOf = (field: string, value: unknown, names: Names): string => {
      if (value === null || value === undefined) return ''
      if (Array.isArray(value)) return value.map((item) => textOf(field, item, names)).join('\n')
      if (typeof value === 'object') {
        if (!('alternativeText' in value)) return Object.values(value).filter(Boolean).join('\n')
        const said = 'transcript' in value ? String(value.transcript) : ''
        const focus =
          'focus' in value ? files('focusIs', { said: files('focusAt', value.focus as FocusPoint) }) : ''
        const poster = 'posterFileId' in value ? files('posterThere') : ''
        return [String(value.alternativeText) || t('history.noAlternativeText'), said, poster, focus]
          .filter(Boolean)
          .join('\n')
      }
      const text = String(value)
      switch (field) {
        case 'objective':
          return ui(text === 'protect' ? 'objective.protect' : 'objective.promote')
        case 'subjectClass': {
          const found = subjectClasses.find((one) => one === text)
          return found === undefined ? text : ui(`subjectClass.${found}`)
        }
        case 'language':
        case 'ownLanguage':
          return t(text === 'en' ? 'languages.en' : 'languages.id')
        case 'embargoUntil':
          return full(text, reader)
        default:
          return names[text] ?? text
      }
    }
    return { nameOf, textOf }
  }, [t, ui, files, i18n, reader])
}

import { useTranslation } from 'react-i18next'
import { Conflict } from '../ui/conflict.tsx'
import type { Publication } from './editor-data.ts'
import { useFieldText } from './use-field-text.ts'
import type { WritingConflict, WritingState } from './use-writing.ts'

type Props = { publication: Publication; writing: WritingState; conflict: WritingConflict }

/** Both texts of each field that two people changed; nothing is kept or lost until the person chose. */
export function ConflictBand({ publication, writing, conflict }: Props) {
  const { t } = useTranslation('publications')
  const { nameOf, textOf } = useFieldText()
  const { owner, campaign, event } = publication
  const names = Object.fromEntries(
    [owner, campaign, event].flatMap((one) => (one === null ? [] : [[one.id, one.name]])),
  )
  const { by, at, fields } = conflict.data
  return (
    <Conflict
      by={by ?? t('history.clock')}
      at={at}
      isPending={writing.isSaving}
      fields={fields.map(({ field, yours, theirs }) => ({
        field,
        label: nameOf(field),
        yours: textOf(field, yours, names),
        theirs: textOf(field, theirs, names),
      }))}
      onSettle={writing.settle}
    />
  )
}

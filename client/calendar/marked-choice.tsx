import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type SubjectClass, subjectClasses } from '../../domain/subject-classes.ts'
import { failureOf } from '../shell/failure.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { ActionButton } from '../ui/action-button.tsx'
import type { Entry } from './entry.ts'
import type { ChangeOfMarked } from './use-change-many.ts'

export type MarkedAct = ChangeOfMarked['kind']

type Props = {
  act: MarkedAct
  entries: readonly Entry[]
  isPending: boolean
  onChoose: (change: ChangeOfMarked) => void
  onBack: () => void
}

/** The campaign that is none. */
const NONE = 'none'

/** What the marked are to get, chosen in their bar; to cancel them is final, so that is said before. */
export function MarkedChoice({ act, entries, isPending, onChoose, onBack }: Props) {
  const { t } = useTranslation(['calendar', 'ui', 'publications'])
  const trpc = useTRPC()
  const unitId = entries[0]?.unitId ?? null
  const { data, error } = useQuery(trpc.publications.choices.queryOptions({ unitId }))
  const [chosen, setChosen] = useState<string | null>(null)
  const count = entries.length

  return (
    <>
      {act === 'cancel' && (
        <>
          <p className="cal-move-title">{t('marks.cancelTitle', { count })}</p>
          <p className="cal-marked-words">{t('publications:editor.cancelBody')}</p>
        </>
      )}
      {error !== null && <RefusalSentence failure={failureOf(error)} of="load" />}
      <div className="cal-move-row cal-marked-acts">
        {act !== 'cancel' && (
          <Select
            label={t(`marks.choose.${act}`, { count })}
            data={options()}
            value={chosen}
            placeholder={t('marks.placeholder')}
            allowDeselect={false}
            searchable={act !== 'subject_class'}
            comboboxProps={{ position: 'top-start' }}
            onChange={setChosen}
          />
        )}
        <ActionButton
          size="small"
          weight="primary"
          isPending={isPending}
          disabled={act !== 'cancel' && chosen === null}
          reasonId={act !== 'cancel' && chosen === null ? 'cal-marked-needs' : undefined}
          onClick={() => onChoose(change())}
        >
          {t(`marks.apply.${act}`, { count })}
        </ActionButton>
        <ActionButton size="small" shortcut="Esc" onClick={onBack}>
          {t('ui:actions.cancel')}
        </ActionButton>
      </div>
      {act !== 'cancel' && chosen === null && (
        <p id="cal-marked-needs" className="cal-marked-words">
          {t(`marks.needs.${act}`)}
        </p>
      )}
    </>
  )

  function options(): { value: string; label: string }[] {
    if (act === 'subject_class')
      return subjectClasses.map((value) => ({ value, label: t(`ui:subjectClass.${value}`) }))
    const known = act === 'owner' ? data?.owners : data?.campaigns
    const named = (known ?? []).map(({ id, name }) => ({ value: id, label: name }))
    return act === 'owner' ? named : [{ value: NONE, label: t('publications:create.noCampaign') }, ...named]
  }

  function change(): ChangeOfMarked {
    if (act === 'owner') return { kind: act, ownerId: chosen ?? '' }
    if (act === 'campaign') return { kind: act, campaignId: chosen === NONE ? null : chosen }
    if (act === 'subject_class') return { kind: act, subjectClass: chosen as SubjectClass }
    return { kind: act }
  }
}

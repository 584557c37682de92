import { Select, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ViewKind } from '../../domain/views/kinds.ts'
import { filterOf } from '../calendar/filter.ts'
import type { SavedView } from '../calendar/saved.ts'
import type { CalendarSearch } from '../calendar/search.ts'
import { announce } from '../shell/announce.ts'
import { useMe } from '../shell/me.ts'
import { RefusalSentence, useFieldSentences } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { usePlannedUnits } from './use-planned-units.ts'
import './views.css'

const FOR_ME = 'me'

type Props = {
  /** Null: a new one of what is shown. */
  view: SavedView | null
  search: CalendarSearch
  shownAs: ViewKind
  onClose: () => void
}

/** A name for what is shown, for oneself or for a unit in which one plans; or another name for what is kept. */
export function ViewDialog({ view, search, shownAs, onClose }: Props) {
  const { t } = useTranslation(['views', 'ui'])
  const trpc = useTRPC()
  const navigate = useNavigate({ from: '/calendar' })
  const units = usePlannedUnits(useMe())
  const [name, setName] = useState(view?.name ?? '')
  const [place, setPlace] = useState(FOR_ME)
  const refresh = [trpc.views.pathFilter()]
  const save = useCommand(trpc.views.save, { refresh })
  const change = useCommand(trpc.views.change, { refresh: [...refresh, trpc.feeds.pathFilter()] })
  const failure = save.failure ?? change.failure
  const sentences = useFieldSentences(failure)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (save.isPending || change.isPending) return
    if (view !== null) {
      const outcome = await change.run({ viewId: view.id, version: view.version, name })
      if (!outcome.ok) return
      announce(t('renamed', { name: name.trim() }))
      return onClose()
    }
    const unitId = place === FOR_ME ? null : place
    const outcome = await save.run({ name, kind: shownAs, filter: filterOf(search), unitId })
    if (!outcome.ok) return
    announce(t('saved', { name: name.trim() }))
    onClose()
    void navigate({ search: { saved: outcome.value.id, date: search.date } })
  }

  return (
    <Sheet isOpen onClose={onClose} title={t(view === null ? 'form.saveTitle' : 'form.renameTitle')}>
      <form className="sel-view-form" noValidate onSubmit={(event) => void submit(event)}>
        <div className="sel-view-fields">
          <TextInput
            data-autofocus
            label={t('form.name')}
            value={name}
            maxLength={80}
            autoComplete="off"
            error={sentences.name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {view === null && units.length > 0 && (
            <Select
              label={t('form.for')}
              data={[
                { value: FOR_ME, label: t('form.forMe') },
                ...units.map((unit) => ({ value: unit.id, label: t('form.forUnit', { unit: unit.name }) })),
              ]}
              value={place}
              allowDeselect={false}
              onChange={(next) => setPlace(next ?? FOR_ME)}
            />
          )}
        </div>
        {view === null && <p className="sel-second">{t('form.what', { kind: t(`kinds.${shownAs}`) })}</p>}
        {Object.keys(sentences).length === 0 && <RefusalSentence failure={failure} />}
        <div className="sel-view-actions">
          <ActionButton
            type="submit"
            weight="primary"
            isPending={save.isPending || change.isPending}
            pendingText={t('ui:actions.recording')}
          >
            {t(view === null ? 'form.save' : 'form.rename')}
          </ActionButton>
        </div>
      </form>
    </Sheet>
  )
}

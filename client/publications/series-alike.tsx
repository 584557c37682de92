import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { clock, list } from '../../domain/language/format.ts'
import { inScope } from '../../domain/publications/series-scope.ts'
import { weekdayOf } from '../../domain/time.ts'
import { announce } from '../shell/announce.ts'
import { refusedWith } from '../shell/failure.ts'
import { useReader } from '../shell/reader.ts'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Segments } from '../ui/segments.tsx'
import { NotChangedList } from './not-changed.tsx'
import { type AlikeField, alikeFields, changeTo, differsIn, type Member } from './series-change.ts'
import { weekdayName } from './series-words.ts'

type Scope = 'this_and_later' | 'all_unposted'
type Props = { members: readonly Member[]; own: Member; isSaving: boolean; onClose: () => void }

/**
 * Makes the later ones of a series, or all that are not out yet, like this one, in what is chosen and nothing else. Whose
 * approvals end by it is asked first, in the same place.
 */
export function SeriesAlike({ members, own, isSaving, onClose }: Props) {
  const { t } = useTranslation(['series', 'calendar', 'ui'])
  const trpc = useTRPC()
  const reader = useReader()
  const reasonId = useId()
  const others = (scope: Scope) => inScope(members, own.id, scope).filter((one) => one.id !== own.id)
  const [scope, setScope] = useState<Scope>(() =>
    others('this_and_later').length > 0 ? 'this_and_later' : 'all_unposted',
  )
  const [chosen, setChosen] = useState<readonly AlikeField[]>([])
  const change = useCommand(trpc.publications.changeMany, {
    refresh: [trpc.publications.pathFilter(), trpc.reading.pathFilter()],
    onDone: ({ changed }) => {
      announce(t('alike.done', { count: changed.length }))
      onClose()
    },
  })
  const meant = others(scope)
  const offered = alikeFields.flatMap((field) => {
    const count = meant.filter((one) => differsIn(field, own, one, members, reader.zone)).length
    return count === 0 ? [] : [{ field, count }]
  })
  const wanted = offered.map(({ field }) => field).filter((field) => chosen.includes(field))
  const ending = refusedWith(change.failure, 'many_end_approvals')
  const send = (confirmsEndOfApproval: boolean) =>
    change.run({
      items: meant.map(({ id, version, timeVersion }) => ({ publicationId: id, version, timeVersion })),
      change: changeTo(wanted, own, meant, reader.zone),
      confirmsEndOfApproval,
    })

  if (ending !== null) {
    const who = ending.decidedBy.map((person) => person.name)
    return (
      <section className="sel-series-panel" aria-label={t('alike.title')}>
        <p role="alert">
          {who.length === 0
            ? t('calendar:marks.askSubmissions', { count: ending.count })
            : t('calendar:marks.askApprovals', { count: ending.count, who: list(who, reader.language) })}
        </p>
        <div className="sel-pub-actions">
          <ActionButton
            weight="primary"
            size="small"
            isPending={change.isPending}
            onClick={() => void send(true)}
          >
            {t('calendar:marks.confirm')}
          </ActionButton>
          <ActionButton size="small" onClick={change.reset}>
            {t('calendar:marks.leave')}
          </ActionButton>
        </div>
      </section>
    )
  }
  return (
    <section className="sel-series-panel" aria-labelledby={`${reasonId}-title`}>
      <h2 id={`${reasonId}-title`}>{t('alike.title')}</h2>
      <p className="sel-second">{t('alike.hint')}</p>
      <Segments
        label={t('alike.scope')}
        isLabelShown
        segments={(['this_and_later', 'all_unposted'] as const).map((value) => ({
          value,
          label: t(`alike.scopes.${value}`, { count: others(value).length }),
          disabled: others(value).length === 0,
        }))}
        value={scope}
        onChange={setScope}
      />
      {offered.length === 0 && <p>{t(meant.length === 0 ? 'alike.nobody' : 'alike.same')}</p>}
      {offered.length > 0 && (
        <fieldset className="sel-choices">
          <legend className="sel-field-label">{t('alike.what')}</legend>
          {offered.map(({ field, count }) => (
            <label key={field} className="sel-choice">
              <input
                type="checkbox"
                checked={chosen.includes(field)}
                onChange={(event) =>
                  setChosen(
                    event.currentTarget.checked ? [...chosen, field] : chosen.filter((one) => one !== field),
                  )
                }
              />
              {nameOf(field)} <span className="sel-second">{t('alike.differs', { count })}</span>
            </label>
          ))}
        </fieldset>
      )}
      {change.failure && <NotChangedList failure={change.failure} />}
      <div className="sel-pub-actions">
        {offered.length > 0 && (
          <ActionButton
            weight="primary"
            size="small"
            isPending={change.isPending}
            disabled={wanted.length === 0 || isSaving}
            reasonId={reasonId}
            onClick={() => void send(false)}
          >
            {t('alike.apply', { count: meant.length })}
          </ActionButton>
        )}
        <ActionButton size="small" onClick={onClose}>
          {t('ui:actions.close')}
        </ActionButton>
        {offered.length > 0 && (
          <span id={reasonId} className="sel-second">
            {isSaving ? t('alike.unsaved') : wanted.length === 0 ? t('alike.choose') : ''}
          </span>
        )}
      </div>
    </section>
  )

  function nameOf(field: AlikeField): string {
    if (field === 'clock')
      return t('alike.fields.clock', { clock: own.plannedAt === null ? '' : clock(own.plannedAt, reader) })
    if (field === 'weekday')
      return t('alike.fields.weekday', {
        weekday: own.plannedDay === null ? '' : weekdayName(weekdayOf(own.plannedDay), reader),
      })
    return t(`alike.fields.${field}`)
  }
}

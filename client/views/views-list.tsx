import { Link, useNavigate } from '@tanstack/react-router'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { ViewKind } from '../../domain/views/kinds.ts'
import type { CalendarAct } from '../calendar/calendar-acts.tsx'
import type { Days } from '../calendar/days.ts'
import { ExportLinks } from '../calendar/export-menu.tsx'
import { filterOf } from '../calendar/filter.ts'
import type { Opened, SavedView } from '../calendar/saved.ts'
import { useSavedViews } from '../calendar/use-saved-views.ts'
import { announce } from '../shell/announce.ts'
import { failureOf } from '../shell/failure.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { offerUndo } from '../shell/undo.ts'
import { useCommand } from '../shell/use-command.ts'
import { copyText } from '../ui/copy-text.ts'
import { LoadingLines } from '../ui/loading.tsx'

type Props = {
  opened: Opened
  shownAs: ViewKind
  /** What is taken along as a file; null where that is offered elsewhere. */
  days: Days | null
  onAct: (act: CalendarAct) => void
  onClose: () => void
}

/** The views by who keeps them, then what can be done with what is shown. */
export function ViewsList({ opened, shownAs, days, onAct, onClose }: Props) {
  const { t } = useTranslation('views')
  const trpc = useTRPC()
  const navigate = useNavigate({ from: '/calendar' })
  const views = useSavedViews(true)
  const refresh = [trpc.views.pathFilter(), trpc.feeds.pathFilter()]
  const change = useCommand(trpc.views.change, { refresh })
  const remove = useCommand(trpc.views.remove, { refresh })
  const putBack = useCommand(trpc.views.putBack, { refresh })
  const { view } = opened
  const failure = change.failure ?? remove.failure ?? putBack.failure

  const replace = async (one: SavedView) => {
    const { id: viewId, version } = one
    const outcome = await change.run({ viewId, version, filter: filterOf(opened.search), kind: shownAs })
    if (!outcome.ok) return
    announce(t('replaced', { name: one.name }))
    onClose()
  }
  const take = async ({ id: viewId, name }: SavedView) => {
    const outcome = await remove.run({ viewId })
    if (!outcome.ok) return
    onClose()
    void navigate({ search: () => ({ ...opened.search, saved: undefined }), replace: true })
    offerUndo({ sentence: t('removed', { name }), undo: () => putBack.run({ viewId }) })
  }
  const copyLink = async ({ id, name }: SavedView) => {
    if (await copyText(`${location.origin}/calendar?saved=${id}`)) announce(t('menu.copied', { name }))
    onClose()
  }

  if (views.error) return <RefusalSentence failure={failureOf(views.error)} of="load" />
  if (views.data === undefined) return <LoadingLines count={3} />
  return (
    <>
      {views.data.length === 0 && <p className="cal-option">{t('menu.none')}</p>}
      {groupsOf(views.data).map(([unit, own]) => (
        <Fragment key={unit ?? ''}>
          <b className="cal-menu-head">{unit ?? t('menu.own')}</b>
          {own.map((one) => (
            <Link
              key={one.id}
              className="cal-option"
              to="/calendar"
              search={{ saved: one.id, date: opened.search.date }}
              aria-current={one.id === view?.id || undefined}
              onClick={onClose}
            >
              <span>{one.name}</span>
              <small>{t(`kinds.${one.kind}`)}</small>
            </Link>
          ))}
        </Fragment>
      ))}
      <RefusalSentence failure={failure} />
      <hr className="cal-menu-rule" />
      <Act words={t('menu.save')} onPress={() => onAct('save')} />
      {view?.mayChange === true && opened.state === 'open' && (
        <>
          {opened.isChanged && (
            <Act words={t('menu.replace', { name: view.name })} onPress={() => void replace(view)} />
          )}
          <Act words={t('menu.rename', { name: view.name })} onPress={() => onAct('rename')} />
          <Act words={t('menu.remove', { name: view.name })} onPress={() => void take(view)} />
        </>
      )}
      {view !== null && <Act words={t('menu.copy')} onPress={() => void copyLink(view)} />}
      {days !== null && (
        <>
          <Act
            words={t(view === null ? 'menu.subscribeAll' : 'menu.subscribe')}
            onPress={() => onAct('subscribe')}
          />
          <Act
            words={t('menu.print')}
            onPress={() => {
              onClose()
              requestAnimationFrame(() => window.print())
            }}
          />
          <ExportLinks days={days} filter={filterOf(opened.search)} onTaken={onClose} />
        </>
      )}
    </>
  )
}

function Act({ words, onPress }: { words: string; onPress: () => void }) {
  return (
    <button type="button" className="cal-option" onClick={onPress}>
      {words}
    </button>
  )
}

/** One's own first, then each unit's by its name. */
function groupsOf(views: readonly SavedView[]): [string | null, SavedView[]][] {
  const groups = new Map<string | null, SavedView[]>()
  for (const view of views) groups.set(view.unit, [...(groups.get(view.unit) ?? []), view])
  return [...groups].sort(([one], [other]) => (one ?? '').localeCompare(other ?? ''))
}

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommentPlace } from '../../domain/publications/comment-place.ts'
import { reasonsAgainstTransition } from '../../domain/publications/transitions.ts'
import type { Blocker } from '../../domain/publishing/blockers.ts'
import { useKeys } from '../shell/keys.ts'
import { useIsPhone } from '../shell/phone.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useTabTitle } from '../ui/page-title.tsx'
import { ConflictBand } from './conflict-band.tsx'
import type { Publication } from './editor-data.ts'
import { EditorHead } from './editor-head.tsx'
import { EditorNotice } from './editor-notice.tsx'
import { HeadFields } from './head-fields.tsx'
import { MainText } from './main-text.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { Notes } from './notes.tsx'
import { type Quoting, QuotingContext, selectInPage } from './quoting.ts'
import { ReadinessPanel } from './readiness-panel.tsx'
import { RepeatDialog } from './repeat-dialog.tsx'
import { useOpenRepeat } from './repeat-open.ts'
import { SeriesLine } from './series-line.tsx'
import { SideTabs, useOpenTab } from './side-tabs.tsx'
import { useWriting } from './use-writing.ts'
import { firstToOpen, VariantsSection } from './variants-section.tsx'
import './publications.css'
import './editor.css'

/** The page of one publication, once it is there. */
export function Editor({ publication }: { publication: Publication }) {
  const { t } = useTranslation('publications')
  const trpc = useTRPC()
  const isPhone = useIsPhone()
  const writing = useWriting(publication)
  const mayPlan = publication.may.duplicate.isAllowed || publication.variants.some((one) => one.mayWrite)
  const choices = useQuery({
    ...trpc.publications.choices.queryOptions({ unitId: publication.unit.id }),
    enabled: mayPlan,
  })
  const [isUnlocked, setIsUnlocked] = useState(writing.hasContentChanges)
  const [isMoving, setIsMoving] = useState(false)
  const [openId, setOpenId] = useState<string | null>(() => firstToOpen(publication))
  const [place, setPlace] = useState<CommentPlace | null>(null)
  const openTab = useOpenTab()
  const repeating = useOpenRepeat(publication)
  useTabTitle(publication.title)

  const isChangeable = reasonsAgainstTransition(publication.phase, 'edit_content').length === 0
  const isSubmitted = publication.submission !== null
  const isContentOpen = isChangeable && (!isSubmitted || isUnlocked)
  const isOpen = isContentOpen && publication.may.editContent.isAllowed

  useKeys([
    { keys: 'Ctrl S', name: t('keys.save'), run: () => void writing.saveNow() },
    {
      keys: 'M',
      name: t('move.submit'),
      when: () => publication.may.move.isAllowed,
      run: () => setIsMoving(true),
    },
  ])

  const goTo = ({ page, variantId }: Blocker) => {
    if (page.name === 'issue') return
    if (page.part === 'briefing') return openTab('briefing')
    if (page.part === 'approval') return openTab('approvals')
    if (page.part === 'time') return setIsMoving(publication.may.move.isAllowed)
    const first = variantId ?? publication.variants[0]?.id
    if (first === undefined) return
    setOpenId(first)
    requestAnimationFrame(() => focusOn(`variant-${first}`))
  }
  const quoting: Quoting = {
    chosen: place,
    choose(next) {
      setPlace(next)
      if (next !== null) openTab('discussion')
    },
    show(shown, offset) {
      if (shown.variantId !== null) setOpenId(shown.variantId)
      requestAnimationFrame(() => selectInPage(shown, offset))
    },
  }
  const readiness = <ReadinessPanel publicationId={publication.id} onGo={goTo} />
  return (
    <QuotingContext value={quoting}>
      <div className="sel-editor">
        <EditorHead
          publication={publication}
          writing={writing}
          onMove={() => setIsMoving(true)}
          onRepeat={repeating.open}
        />
        {isPhone && <div className="sel-editor-readiness">{readiness}</div>}
        <div className="sel-editor-left">
          <SeriesLine publication={publication} writing={writing} />
          {writing.conflict && (
            <ConflictBand publication={publication} writing={writing} conflict={writing.conflict} />
          )}
          <EditorNotice
            publication={publication}
            writing={writing}
            isUnlocked={isUnlocked}
            onUnlock={() => setIsUnlocked(true)}
            onLock={() => setIsUnlocked(false)}
          />
          <HeadFields
            publication={publication}
            writing={writing}
            choices={choices.data ?? null}
            isOpen={isOpen}
            onMove={() => setIsMoving(true)}
          />
          <MainText publication={publication} writing={writing} isOpen={isOpen} />
          <RefusalSentence failure={writing.failures.head ?? writing.failures.media ?? null} />
          <VariantsSection
            publication={publication}
            writing={writing}
            choices={choices.data ?? null}
            isContentOpen={isContentOpen}
            openId={openId}
            onOpen={setOpenId}
          />
          <Notes publication={publication} writing={writing} />
        </div>
        <aside className="sel-editor-right" aria-label={t('editor.right')}>
          {!isPhone && readiness}
          <SideTabs publication={publication} />
        </aside>
        {repeating.from !== null && <RepeatDialog publication={repeating.from} onClose={repeating.close} />}
        {isMoving && <MoveDialog publication={publication} onClose={() => setIsMoving(false)} />}
      </div>
    </QuotingContext>
  )
}

/** The line of a variant, its own text where one is open below it. */
function focusOn(id: string): void {
  const line = document.getElementById(id)
  line?.scrollIntoView({ block: 'center' })
  const field = document.getElementById(`${id}-fields`)?.querySelector<HTMLElement>('textarea')
  ;(field ?? line)?.focus()
}

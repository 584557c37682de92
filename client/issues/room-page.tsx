import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureOf, refusedWith } from '../shell/failure.ts'
import { useKeys } from '../shell/keys.ts'
import { NotFoundPage } from '../shell/not-found-page.tsx'
import { useIsPhone } from '../shell/phone.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { LevelBars } from '../ui/level-mark.tsx'
import { PageLines } from '../ui/loading.tsx'
import { useTabTitle } from '../ui/page-title.tsx'
import { Section } from '../ui/section.tsx'
import { ChronologyList } from './chronology-list.tsx'
import { CloseDialog } from './close-dialog.tsx'
import { HoldingList } from './holding-list.tsx'
import { IssueTexts } from './issue-texts.tsx'
import { LevelDialog, PendingLowering } from './level-head.tsx'
import { useLevelReason } from './level-words.ts'
import { ObligationCells } from './obligation-cells.tsx'
import { ReadingsPanel } from './readings-panel.tsx'
import { RespondDialog } from './respond-dialog.tsx'
import { ResponseList } from './response-list.tsx'
import type { Room } from './room-data.ts'
import './issues.css'

const route = getRouteApi('/framed/issues/$id')

/** The issue's room: level and reason, what is owed and in how long, then responses, readings, content and chronology. */
export function RoomPage() {
  const { id } = route.useParams()
  const trpc = useTRPC()
  const room = useQuery(trpc.issues.room.queryOptions({ issueId: id }))
  if (room.isPending) return <PageLines />
  if (room.isError) {
    const failure = failureOf(room.error)
    const isMissing = refusedWith(failure, 'not_found') ?? refusedWith(failure, 'input_invalid')
    return isMissing ? <NotFoundPage /> : <RefusalSentence failure={failure} of="load" />
  }
  return <OpenRoom room={room.data} />
}

type Asked = 'level' | 'respond' | 'close' | null

function OpenRoom({ room }: { room: Room }) {
  const { t } = useTranslation('issues')
  const { t: ui } = useTranslation('ui')
  const isPhone = useIsPhone()
  const reasonOf = useLevelReason()
  const [asked, setAsked] = useState<Asked>(null)
  const { issue, may } = room
  const isOpen = issue.closedAt === null
  const mayRespond = may.lead && isOpen
  useTabTitle(issue.title)
  useKeys([{ keys: 'N', name: t('responses.add'), run: () => setAsked('respond'), when: () => mayRespond }])
  const against = room.againstClosing.find(
    (reason) => reason.code === 'full_response_missing' || reason.code === 'obligations_open',
  )
  const respond = mayRespond && (
    <ActionButton
      weight="primary"
      size={isPhone ? 'phone' : 'normal'}
      fullWidth={isPhone}
      shortcut={isPhone ? undefined : 'N'}
      onClick={() => setAsked('respond')}
    >
      {t('responses.add')}
    </ActionButton>
  )

  return (
    <div className="sel-room" data-level={issue.level} data-closed={!isOpen || undefined}>
      <header className="sel-room-head">
        <LevelBars level={issue.level} size={40} />
        <div>
          <p className="sel-room-level">
            <b>{ui(`level.${issue.level}`)}.</b> {reasonOf(room.level)}
          </p>
          <h1 tabIndex={-1}>{issue.title}</h1>
          <p className="sel-second">
            {t('owner', { name: issue.owner })}
            {'. '}
            {issue.canonicalPage === null ? (
              t('noCanonicalPage')
            ) : (
              <>
                {t('canonicalPage')}{' '}
                <a href={issue.canonicalPage} target="_blank" rel="noreferrer noopener">
                  {issue.canonicalPage.replace(/^https?:\/\//, '')}
                </a>
              </>
            )}
          </p>
        </div>
        <div className="sel-room-actions">
          <div>
            {isOpen && (may.record || may.lower) && (
              <ActionButton onClick={() => setAsked('level')}>{t('changeLevel.open')}</ActionButton>
            )}
            {isOpen && may.lead && (
              <ActionButton
                disabled={against !== undefined}
                reasonId={against === undefined ? undefined : 'sel-why-open'}
                onClick={() => setAsked('close')}
              >
                {t('close.open')}
              </ActionButton>
            )}
            {!isPhone && respond}
          </div>
          {isOpen && against !== undefined && (
            <p id="sel-why-open">
              {t(
                against.code === 'full_response_missing'
                  ? 'close.full_response_missing'
                  : 'close.obligations_open',
              )}
            </p>
          )}
          {!isOpen && <p>{t('closedAt', { at: issue.closedAt, why: issue.closedWhy ?? '' })}</p>}
        </div>
      </header>
      <PendingLowering room={room} />
      <ObligationCells room={room} />
      <div className="sel-room-columns">
        <div>
          <ResponseList room={room} />
          {isOpen && <HoldingList room={room} />}
          <Section
            title={t('questions.title')}
            action={
              <Link to="/questions" className="sel-link">
                {t('questions.all')}
              </Link>
            }
          >
            {room.questions.length === 0 && <p className="sel-second">{t('questions.none')}</p>}
            <ul className="sel-issue-list">
              {room.questions.slice(0, 6).map((question) => (
                <li key={question.id} className="sel-question-row">
                  <b className="sel-figure">{question.count}</b>
                  <span>{question.text}</span>
                </li>
              ))}
            </ul>
          </Section>
        </div>
        <div>
          <ReadingsPanel room={room} />
        </div>
        <div>
          <IssueTexts room={room} />
          <ChronologyList room={room} />
        </div>
      </div>
      {isPhone && mayRespond && <div className="sel-action-bar">{respond}</div>}
      {asked === 'level' && <LevelDialog room={room} onClose={() => setAsked(null)} />}
      {asked === 'respond' && <RespondDialog room={room} onClose={() => setAsked(null)} />}
      {asked === 'close' && <CloseDialog room={room} onClose={() => setAsked(null)} />}
    </div>
  )
}

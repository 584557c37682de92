import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AskBox } from '../briefings/ask-box.tsx'
import type { Briefing, BriefingPage } from '../briefings/briefing-data.ts'
import { BriefingText } from '../briefings/briefing-text.tsx'
import { QuestionsPart } from '../briefings/questions-part.tsx'
import { ReaderActs } from '../briefings/reader-acts.tsx'
import { StandingLines } from '../briefings/standing-lines.tsx'
import { WithdrawSignature } from '../briefings/withdraw-signature.tsx'
import { failureOf } from '../shell/failure.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { Empty } from '../ui/empty.tsx'
import { LoadingLines } from '../ui/loading.tsx'
import { PaneHead } from './pane-head.tsx'

/** What is said about one publication: its briefing to read, ask about, confirm and sign. */
export function ReadingPane({
  publicationId,
  isAlone = false,
}: {
  publicationId: string
  isAlone?: boolean
}) {
  const { t } = useTranslation('briefings')
  const trpc = useTRPC()
  const of = { kind: 'publication' as const, id: publicationId }
  const page = useQuery(trpc.briefings.briefing.queryOptions({ of }))
  if (page.isPending) return <LoadingLines count={8} height={40} />
  if (page.isError) {
    return (
      <div className="sel-up-body">
        <RefusalSentence failure={failureOf(page.error)} of="load" />
      </div>
    )
  }
  return (
    <>
      <PaneHead page={page.data} isAlone={isAlone} />
      {page.data.briefing === null ? (
        <div className="sel-up-body">
          <Empty
            inline
            action={
              page.data.rights.edit ? (
                <Link to="/publications/$id" params={{ id: publicationId }} search={{ tab: 'briefing' }}>
                  {t('edit.begin')}
                </Link>
              ) : undefined
            }
          >
            {page.data.rights.edit ? t('empty') : t('emptyForReader')}
          </Empty>
        </div>
      ) : (
        <Reading page={page.data} briefing={page.data.briefing} level={isAlone ? 2 : 3} />
      )}
    </>
  )
}

function Reading({ page, briefing, level }: { page: BriefingPage; briefing: Briefing; level: 2 | 3 }) {
  const { t } = useTranslation('briefings')
  const [asking, setAsking] = useState<{ about: string | null } | null>(null)
  const text = useRef<HTMLDivElement>(null)
  const hasOpen = briefing.questions.some((question) => question.state === 'open')
  const questions = (
    <QuestionsPart questions={briefing.questions} mayAnswer={page.rights.answer} level={level} />
  )
  const ask = page.rights.ask ? (about: string | null) => setAsking({ about }) : undefined
  return (
    <>
      <div className="sel-up-body">
        <p className="sel-second">
          <b className="sel-up-version">{t('version', { version: briefing.number })}</b>
          {', '}
          {t('changedBy', { name: briefing.openedBy, at: briefing.changedAt })} {reading()}{' '}
          {page.isInherited && page.campaign && t('fromCampaign', { name: page.campaign.name })}
        </p>
        <StandingLines page={page} briefing={briefing} />
        {hasOpen && questions}
        <div ref={text}>
          <BriefingText briefing={briefing} onAsk={ask} level={level} />
        </div>
        {!hasOpen && questions}
        {page.rights.sign && briefing.signature !== null && (
          <WithdrawSignature owner={page.owner} number={briefing.number} />
        )}
      </div>
      <div className="sel-up-bar">
        {asking !== null && (
          <AskBox
            owner={page.owner}
            about={asking.about}
            onAboutGone={() => setAsking({ about: null })}
            onClose={() => setAsking(null)}
          />
        )}
        <div hidden={asking !== null}>
          <ReaderActs
            page={page}
            briefing={briefing}
            text={text}
            onAsk={(about) => setAsking({ about })}
            hasKeys
          />
        </div>
      </div>
    </>
  )

  function reading(): string {
    const { readNumber, hasRead, news } = briefing.mine
    if (!page.rights.acknowledge) return ''
    if (hasRead) return t('reading.done', { version: briefing.number })
    if (readNumber === null || news === null) return t('reading.unread')
    return t('reading.news', { count: news.count, version: readNumber })
  }
}

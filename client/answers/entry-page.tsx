import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isWebAddress } from '../../domain/text.ts'
import { failureOf, refusedWith } from '../shell/failure.ts'
import { useChangedBy } from '../shell/live.ts'
import { useMay } from '../shell/me.ts'
import { NotFoundPage } from '../shell/not-found-page.tsx'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { PageLines } from '../ui/loading.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { Section } from '../ui/section.tsx'
import { ChangeEntry } from './change-entry.tsx'
import type { WholeEntry } from './entry.ts'
import { EntryActs } from './entry-acts.tsx'
import { Phrasings } from './phrasings.tsx'
import { ValidityLine } from './validity-line.tsx'
import { usePersonWords } from './validity-words.ts'
import './answers.css'

const route = getRouteApi('/framed/library/$id')

/** One entry of the library: what is said, until when, who stands for it, and how callers put it. */
export function EntryPage() {
  const { t } = useTranslation('answers')
  const { id } = route.useParams()
  const trpc = useTRPC()
  const query = useQuery(trpc.answers.entry.queryOptions({ entryId: id }))
  if (query.isPending) return <PageLines />
  if (query.data === undefined) {
    const failure = failureOf(query.error)
    const isMissing =
      refusedWith(failure, 'not_found') !== null || refusedWith(failure, 'input_invalid') !== null
    if (isMissing) return <NotFoundPage />
    return (
      <>
        <PageTitle title={t('library.title')} />
        <div className="sel-entry">
          <RefusalSentence failure={failure} of="load" />
        </div>
      </>
    )
  }
  return <Shown key={query.data.id} entry={query.data} />
}

function Shown({ entry }: { entry: WholeEntry }) {
  const { t } = useTranslation('answers')
  const may = useMay()
  const changedBy = useChangedBy('answers', entry.id)
  const [isEditing, setEditing] = useState(false)
  return (
    <>
      <PageTitle
        title={entry.question}
        back={
          <Link to="/library" className="sel-link">
            {t('entry.back')}
          </Link>
        }
      />
      <div className="sel-entry" data-changed-by={changedBy ?? undefined}>
        <ValidityLine entry={entry} />
        {isEditing ? (
          <ChangeEntry entry={entry} onClose={() => setEditing(false)} />
        ) : (
          <>
            <Wording entry={entry} />
            <EntryActs entry={entry} onEdit={() => setEditing(true)} />
          </>
        )}
        <Phrasings entry={entry} mayAdd={may('answers.count')} />
        <Section title={t('entry.confirmed')}>
          {entry.confirmed.length === 0 && <p className="sel-second">{t('entry.confirmedEmpty')}</p>}
          <ul className="sel-entry-list">
            {entry.confirmed.map((one) => (
              <li key={one.at}>
                {t('entry.confirmedBy', { name: one.by, at: one.at })}
                {one.wordingHash === entry.wordingHash && (
                  <span className="sel-second"> ({t('entry.presentWording')})</span>
                )}
              </li>
            ))}
          </ul>
        </Section>
        <Section title={t('entry.use')}>
          <p className="sel-entry-use">{t('entry.askedEver', { count: entry.askedEver })}</p>
        </Section>
      </div>
    </>
  )
}

function Wording({ entry }: { entry: WholeEntry }) {
  const { t } = useTranslation('answers')
  const personWords = usePersonWords()
  const { voiceAnswer, socialAnswer, notToSay, source, verifier, publication } = entry
  const isStruck = entry.validity === 'withdrawn'
  return (
    <>
      <p className="sel-entry-answer">{isStruck ? <s>{entry.answer}</s> : entry.answer}</p>
      <dl className="sel-entry-facts">
        {voiceAnswer !== null && <Fact name={t('fields.voiceAnswer')}>{voiceAnswer}</Fact>}
        {socialAnswer !== null && <Fact name={t('fields.socialAnswer')}>{socialAnswer}</Fact>}
        {notToSay !== '' && <Fact name={t('fields.notToSay')}>{notToSay}</Fact>}
        {source !== '' && (
          <Fact name={t('fields.source')}>
            {isWebAddress(source) ? <a href={source}>{source}</a> : source}
          </Fact>
        )}
        <Fact name={t('entry.verifier')}>
          {verifier === null ? t('entry.noVerifier') : personWords(verifier, true)}
        </Fact>
        {publication !== null && (
          <Fact name={t('entry.publication')}>
            <Link to="/publications/$id" params={{ id: publication.id }}>
              {publication.title}
            </Link>
          </Fact>
        )}
      </dl>
      {entry.replacesId !== null && entry.validity === 'not_yet' && <p>{t('entry.replaces')}</p>}
    </>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

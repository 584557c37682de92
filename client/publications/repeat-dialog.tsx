import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { capital, clock, date } from '../../domain/language/format.ts'
import { SERIES_LIMIT } from '../../domain/publications/series-rule.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { announce } from '../shell/announce.ts'
import { failureOf, refusedWith } from '../shell/failure.ts'
import { useReader } from '../shell/reader.ts'
import { RefusalSentence, useRefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { LoadingLines } from '../ui/loading.tsx'
import { ReadinessMark } from '../ui/readiness-mark.tsx'
import { Sheet } from '../ui/sheet.tsx'
import type { Publication } from './editor-data.ts'
import { RepeatRule, readRule, ruleFrom } from './repeat-rule.tsx'
import { rhythmWords } from './series-words.ts'
import { timeWords } from './time-words.ts'
import './publications.css'
import './series.css'

type Props = { publication: Publication & { plannedDay: string }; onClose: () => void }

/** Repeats a publication: the rule, read back as a sentence, and each of its days with what stands in its way there. */
export function RepeatDialog({ publication, onClose }: Props) {
  const { t } = useTranslation('series')
  const { t: words } = useTranslation('publications')
  const trpc = useTRPC()
  const reader = useReader()
  const say = useRefusalSentence()
  const reasonId = useId()
  const first = publication.plannedDay
  const [typed, setTyped] = useState(() => ruleFrom(first, reader))
  const rule = readRule(typed, first)
  const { id: publicationId, version, timeVersion } = publication
  const fallback = { rhythm: { kind: 'month_day', day: 1 }, end: { kind: 'count', count: 2 } } as const
  const preview = useQuery(
    trpc.reading.repeating.queryOptions(
      { publicationId, rule: rule ?? fallback },
      { enabled: rule !== null, placeholderData: keepPreviousData },
    ),
  )
  const repeat = useCommand(trpc.publications.repeat, {
    refresh: [trpc.publications.pathFilter(), trpc.reading.pathFilter()],
    onDone: ({ publicationIds }) => {
      announce(t('made', { count: publicationIds.length }))
      onClose()
    },
  })
  const days = rule === null ? [] : (preview.data?.days ?? [])
  const problem =
    rule === null || preview.data === undefined
      ? null
      : days.length < 2
        ? t('tooFew')
        : days.length > SERIES_LIMIT
          ? t('tooMany', { most: SERIES_LIMIT })
          : null
  const isReady =
    rule !== null && preview.data !== undefined && !preview.isPlaceholderData && problem === null
  const notMade = refusedWith(repeat.failure, 'series_not_made')

  return (
    <Sheet isOpen onClose={onClose} title={t('title', { title: publication.title })}>
      <form
        className="sel-pub-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady && rule !== null && !repeat.isPending)
            void repeat.run({ publicationId, version, timeVersion, rule })
        }}
      >
        <p className="sel-second">{t('first', { when: timeWords(words, publication) })}</p>
        <RepeatRule
          typed={typed}
          first={first}
          onChange={(next) => {
            setTyped(next)
            if (repeat.failure) repeat.reset()
          }}
        />
        {preview.isError && <RefusalSentence failure={failureOf(preview.error)} of="load" />}
        {rule !== null && preview.isPending && <LoadingLines count={4} />}
        {days.length > 0 && (
          <section aria-label={t('days')}>
            <p className="sel-series-sentence" role="status">
              {sentence()}
            </p>
            <ul className="sel-series-days">
              {days.slice(0, SERIES_LIMIT).map(({ day, isGap, meets, marks }) => (
                <li key={day}>
                  <span>{capital(date(day, reader))}</span>
                  {marks.length > 0 && (
                    <span className="sel-series-mark">{marks.map((mark) => mark.name).join(', ')}</span>
                  )}
                  {(isGap ? (['gap'] as const) : meets).map((what) => (
                    <span key={what} className="sel-postponed-break">
                      <ReadinessMark state={what === 'gap' ? 'blocked' : 'warning'} size={16} label={null} />
                      {t(`meets.${what}`)}
                    </span>
                  ))}
                </li>
              ))}
            </ul>
          </section>
        )}
        {notMade === null ? (
          <RefusalSentence failure={repeat.failure} />
        ) : (
          <div role="alert">
            <RefusalSentence failure={repeat.failure} />
            <ul>
              {notMade.items.map(({ day, code, data }) => (
                <li key={day}>
                  {t('notMade', {
                    day,
                    reason:
                      say(
                        repeat.failure && {
                          ...repeat.failure,
                          refusal: { code, data } as unknown as Refusal,
                        },
                      ) ?? '',
                  })}
                </li>
              ))}
            </ul>
          </div>
        )}
        <div className="sel-pub-actions">
          <ActionButton
            type="submit"
            weight="primary"
            isPending={repeat.isPending}
            pendingText={t('making')}
            disabled={!isReady}
            reasonId={reasonId}
          >
            {t('make', { count: Math.max(Math.min(days.length, SERIES_LIMIT) - 1, 0) })}
          </ActionButton>
          <span id={reasonId} className="sel-second">
            {problem}
          </span>
        </div>
      </form>
    </Sheet>
  )

  function sentence(): string {
    if (rule === null) return ''
    const facts = {
      rhythm: rhythmWords(rule.rhythm, t, reader),
      last: days.at(-1)?.day ?? first,
      count: days.length,
    }
    return publication.plannedAt === null
      ? t('sentenceOpen', facts)
      : t('sentence', { ...facts, clock: clock(publication.plannedAt, reader) })
  }
}

import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { BriefingContent } from '../../domain/briefings/content.ts'
import { failureOf } from '../shell/failure.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { Difference } from '../ui/difference.tsx'
import { LoadingLines } from '../ui/loading.tsx'
import type { Owner } from './briefing-data.ts'

/** What a version says otherwise than the one before it, word by word. */
export function VersionDifference({ owner, number }: { owner: Owner; number: number }) {
  const { t } = useTranslation('briefings')
  const trpc = useTRPC()
  const pair = useQuery(trpc.briefings.version.queryOptions({ owner, number }))
  if (pair.isPending) return <LoadingLines count={3} height={28} />
  if (pair.isError) return <RefusalSentence failure={failureOf(pair.error)} of="load" />
  const { content, before } = pair.data
  if (before === null) return null
  const changed = fields.filter((field) => textOf(before, field) !== textOf(content, field))
  return (
    <div className="sel-brief-difference">
      {changed.length === 0 && <p className="sel-second">{t('noDifference', { version: number - 1 })}</p>}
      {changed.map((field) => (
        <section key={field}>
          <h4>{t(`fields.${field}`)}</h4>
          <Difference before={textOf(before, field)} after={textOf(content, field)} />
        </section>
      ))}
    </div>
  )
}

const fields = ['summary', 'keyMessages', 'notToSay', 'entries', 'escalationContact', 'sources'] as const

function textOf(content: BriefingContent, field: (typeof fields)[number]): string {
  const value = content[field]
  if (typeof value === 'string') return value
  return value.map((one) => (typeof one === 'string' ? one : `${one.question}\n${one.answer}`)).join('\n')
}

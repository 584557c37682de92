import { TextInput } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { clock, dayKey, zoneName } from '../../domain/language/format.ts'
import { isPostableLink } from '../../domain/platforms/link.ts'
import { isPostLinkOf, postHostsOf } from '../../domain/platforms/post-link.ts'
import { atClock } from '../../domain/time.ts'
import { announce } from '../shell/announce.ts'
import { useReader } from '../shell/reader.ts'
import { RefusalSentence, useFieldSentences } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { FieldError } from '../ui/field-error.tsx'
import type { HandoverData, HandoverVariant } from './handover-data.ts'

type Props = {
  variant: HandoverVariant
  publicationId: string
  handover: HandoverData
  onDone: () => void
  /** The other outcome, beside the button. */
  other?: ReactNode
}

const typedClock = /^([01]?\d|2[0-3])[.:]([0-5]\d)$/

/** Confirms that a variant is out: its link where the platform gives one, and when; the time is filled in as now. */
export function ConfirmForm({ variant, publicationId, handover, onDone, other }: Props) {
  const { t } = useTranslation(['publishing', 'ui'])
  const trpc = useTRPC()
  const reader = useReader()
  const [link, setLink] = useState('')
  const [typed, setTyped] = useState<string | null>(null)
  const [problem, setProblem] = useState<'link' | 'elsewhere' | 'clock' | null>(null)
  const id = useId()
  const command = useCommand(trpc.publishing.confirm, { refresh: [trpc.publishing.pathFilter()] })
  const fields = useFieldSentences(command.failure)

  const platform = variant.account.platform
  const isElsewhere = isPostableLink(link.trim()) && !isPostLinkOf(platform, link.trim())
  const elsewhere = () =>
    t('fieldErrors.post_link_elsewhere', { platform, hosts: postHostsOf(platform) ?? [] })

  const send = async () => {
    if (variant.givesLink && link.trim() === '') return setProblem('link')
    const happenedAt = typed === null ? null : momentOf(typed, handover, reader.zone)
    if (isElsewhere) return setProblem('elsewhere')
    if (typed !== null && happenedAt === null) return setProblem('clock')
    setProblem(null)
    const outcome = await command.run({
      publicationId,
      variantId: variant.id,
      link: link.trim() === '' ? null : link.trim(),
      happenedAt,
    })
    if (!outcome.ok) return
    announce(t('outcome.posted', { at: happenedAt ?? reader.now }))
    onDone()
  }
  const linkError =
    problem === 'link'
      ? t('refusals.post_link_missing')
      : problem === 'elsewhere' && isElsewhere
        ? elsewhere()
        : fields.link
  const clockError = problem === 'clock' ? t('fieldErrors.clock_unreadable') : fields.happenedAt
  const hasFieldError = Object.keys(fields).length > 0
  return (
    <form
      className="sel-confirm-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <p className="sel-second">{t('variant.steps')}</p>
      <div className="sel-confirm-fields">
        {variant.givesLink && (
          <div>
            <TextInput
              label={t('variant.postLink')}
              description={t('variant.postLinkHint')}
              type="url"
              inputMode="url"
              value={link}
              onChange={(event) => setLink(event.currentTarget.value)}
              error={linkError !== undefined}
              aria-describedby={linkError ? `${id}-link` : undefined}
            />
            <FieldError id={`${id}-link`}>{linkError}</FieldError>
            {isPostableLink(link.trim()) && !isElsewhere && (
              <a href={link.trim()} target="_blank" rel="noreferrer" className="sel-link">
                <IconExternalLink size={16} aria-hidden />
                {t('variant.checkLink')}
              </a>
            )}
          </div>
        )}
        <div>
          <TextInput
            label={t('variant.postedAt', { zone: zoneName(reader.now, reader) })}
            description={t('variant.postedAtHint')}
            value={typed ?? clock(reader.now, reader)}
            onChange={(event) => setTyped(event.currentTarget.value)}
            inputMode="numeric"
            error={clockError !== undefined}
            aria-describedby={clockError ? `${id}-clock` : undefined}
          />
          <FieldError id={`${id}-clock`}>{clockError}</FieldError>
        </div>
      </div>
      <div className="sel-variant-acts">
        <ActionButton
          weight="primary"
          type="submit"
          isPending={command.isPending}
          pendingText={t('ui:actions.recording')}
        >
          {t('variant.confirm')}
        </ActionButton>
        {other}
      </div>
      {!hasFieldError && <RefusalSentence failure={command.failure} />}
    </form>
  )
}

/** The last time the clock showed this since the hand-over began its day; null where it cannot be read. */
function momentOf(typed: string, handover: HandoverData, zone: string): string | null {
  const read = typedClock.exec(typed.trim())
  if (read === null || handover.handedOverAt === null) return null
  const shown = `${(read[1] ?? '').padStart(2, '0')}:${read[2]}`
  const now = new Date().toISOString()
  const today = atClock(dayKey(now, zone), shown, zone)
  if (today !== null && today <= now) return today
  return atClock(dayKey(handover.handedOverAt, zone), shown, zone)
}

import { useInfiniteQuery } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppRouter } from '../../server/router.ts'
import { failureOf } from '../shell/failure.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC, useTRPCClient } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Empty } from '../ui/empty.tsx'
import { LoadingLines } from '../ui/loading.tsx'
import { Section } from '../ui/section.tsx'
import './mails-section.css'

type Mail = inferRouterOutputs<AppRouter>['notifications']['waitingMail']['mails'][number]

/** Mails that did not go out, each with why, and whether a person may let it be tried again. */
export function MailsSection() {
  const { t } = useTranslation('notifications')
  const trpc = useTRPC()
  const client = useTRPCClient()
  const waiting = useInfiniteQuery({
    queryKey: [...trpc.notifications.waitingMail.pathKey(), 'pages'],
    queryFn: ({ pageParam }) => client.notifications.waitingMail.query({ cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
  const first = waiting.data?.pages[0]
  const mails = waiting.data?.pages.flatMap((page) => page.mails) ?? []
  return (
    <Section title={t('mails.title')}>
      <p className="sel-second">{t('mails.lead')}</p>
      {first?.isDemo && <p>{t('mails.demo')}</p>}
      {first?.isDemo === false && !first.isConfigured && <p>{t('mails.notConfigured')}</p>}
      {first?.isDemo === false && first.leadsNowhere !== null && (
        <p>{t('mails.leadsNowhere', { address: first.leadsNowhere })}</p>
      )}
      {waiting.isPending && <LoadingLines />}
      {waiting.isError && <RefusalSentence failure={failureOf(waiting.error)} of="load" />}
      {waiting.isSuccess && mails.length === 0 && <Empty inline>{t('mails.empty')}</Empty>}
      <ul className="sel-mails">
        {mails.map((mail) => (
          <li key={mail.id}>
            <WaitingMail mail={mail} />
          </li>
        ))}
      </ul>
      {waiting.hasNextPage && (
        <ActionButton
          isPending={waiting.isFetchingNextPage}
          pendingText={t('mails.older')}
          onClick={() => void waiting.fetchNextPage()}
        >
          {t('mails.older')}
        </ActionButton>
      )}
    </Section>
  )
}

function WaitingMail({ mail }: { mail: Mail }) {
  const { t } = useTranslation('notifications')
  const trpc = useTRPC()
  const textId = useId()
  const [isOpen, setOpen] = useState(false)
  const resend = useCommand(trpc.notifications.resendMail, {
    refresh: [trpc.notifications.waitingMail.pathFilter()],
  })
  const facts = [
    t('mails.to', { address: mail.address }),
    t('mails.written', { at: mail.writtenAt }),
    ...(mail.triedAt === null ? [] : [t('mails.tried', { at: mail.triedAt })]),
    ...(mail.attempts === 0 ? [] : [t('mails.attempts', { count: mail.attempts })]),
  ]
  return (
    <article className="sel-mail">
      <h3>{mail.subject}</h3>
      <p className="sel-second">{facts.join(' · ')}</p>
      <p>
        {t(`mails.states.${mail.state}`)}
        {mail.why !== null && ` ${t('mails.serverSaid', { why: mail.why })}`}
        {mail.hasLink && ` ${t('mails.hasLink')}`}
      </p>
      <div className="sel-mail-actions">
        <button
          type="button"
          className="sel-link"
          aria-expanded={isOpen}
          aria-controls={textId}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? t('mails.hide') : t('mails.show')}
        </button>
        {mail.maySendAgain && (
          <ActionButton
            size="small"
            isPending={resend.isPending}
            pendingText={t('mails.resending')}
            onClick={() => void resend.run({ mailId: mail.id })}
          >
            {t('mails.resend')}
          </ActionButton>
        )}
      </div>
      <RefusalSentence failure={resend.failure} />
      <pre id={textId} className="sel-mail-text" hidden={!isOpen}>
        {mail.text}
      </pre>
    </article>
  )
}

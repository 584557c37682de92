import { IconPlayerPauseFilled } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { ObjectiveMark } from '../ui/objective-mark.tsx'
import { PlatformMarks, platformOf } from '../ui/platform-mark.tsx'
import { Section } from '../ui/section.tsx'
import type { Room } from './room-data.ts'

/** Promotions that would go out on the same accounts while the public is angry: held by one action, put back by one. */
export function HoldingList({ room }: { room: Room }) {
  const { t } = useTranslation('issues')
  const trpc = useTRPC()
  const directory = useQuery(trpc.reading.directory.queryOptions({}))
  const refresh = [trpc.issues.pathFilter(), trpc.reading.pathFilter()]
  const hold = useCommand(trpc.issues.hold, { refresh })
  const putBack = useCommand(trpc.issues.putBack, { refresh })
  const free = room.promotions.filter((row) => !row.isHeldHere)
  const issueId = room.issue.id
  const mayHold = room.may.lead && room.issue.closedAt === null
  const holdAll = () => void hold.run({ issueId, publicationIds: free.map((row) => row.id) })

  return (
    <Section
      title={t('holding.title')}
      action={
        mayHold &&
        free.length > 1 && (
          <ActionButton
            size="small"
            icon={<IconPlayerPauseFilled size={14} aria-hidden />}
            isPending={hold.isPending}
            onClick={holdAll}
          >
            {t('holding.all', { count: free.length })}
          </ActionButton>
        )
      }
    >
      <p className="sel-second">{t(room.promotions.length === 0 ? 'holding.none' : 'holding.hint')}</p>
      <RefusalSentence failure={hold.failure ?? putBack.failure} />
      <ul className="sel-issue-list">
        {room.promotions.map((row) => (
          <li key={row.id} className="sel-holding-row">
            <ObjectiveMark objective={row.objective} word={false} />
            <span>
              <Link to="/publications/$id" params={{ id: row.id }}>
                <b>{row.title}</b>
              </Link>
              <span className="sel-second">
                {row.plannedAt !== null && t('at', { at: row.plannedAt })}{' '}
                <PlatformMarks
                  platforms={(directory.data?.accounts ?? [])
                    .filter((account) => row.accountIds.includes(account.id))
                    .map((account) => platformOf(account.platform))}
                  isExecutive={row.isExecutive}
                />
              </span>
            </span>
            {row.isHeldHere && <span>{t('holding.held')}</span>}
            {mayHold && (
              <button
                type="button"
                className="sel-link"
                aria-label={`${t(row.isHeldHere ? 'holding.putBack' : 'holding.hold')}: ${row.title}`}
                onClick={() =>
                  void (row.isHeldHere
                    ? putBack.run({ issueId, publicationId: row.id })
                    : hold.run({ issueId, publicationIds: [row.id] }))
                }
              >
                {t(row.isHeldHere ? 'holding.putBack' : 'holding.hold')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

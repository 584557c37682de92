import { IconCircleCheckFilled } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { TimeLeftFigures } from '../ui/time-left.tsx'
import { useObligationName } from './obligation-words.ts'
import type { ObligationRow, Room } from './room-data.ts'

/** What the issue obliges to, side by side: time left in large figures, the clock named once, what is done with a tick. */
export function ObligationCells({ room }: { room: Room }) {
  const { t } = useTranslation('issues')
  return (
    <ul className="sel-obligations" aria-label={t('obligations.title')}>
      {room.obligations.map((row) => (
        <Cell key={row.id} row={row} room={room} />
      ))}
    </ul>
  )
}

function Cell({ row, room }: { row: ObligationRow; room: Room }) {
  const { t } = useTranslation('issues')
  const trpc = useTRPC()
  const nameOf = useObligationName()
  const check = useCommand(trpc.issues.markLibraryChecked, { refresh: [trpc.issues.pathFilter()] })
  const isMet = row.metAt !== null
  const mayCheck = row.kind === 'library_checked' && !isMet && room.may.record && room.issue.closedAt === null
  const due =
    row.clock === 'working'
      ? t('obligations.dueWorking', { at: row.dueAt })
      : t('obligations.dueWall', { at: row.dueAt, count: row.hours })
  return (
    <li data-missed={row.state === 'missed' || undefined} data-met={isMet || undefined}>
      {isMet ? (
        <span className="sel-obligation-met">
          <IconCircleCheckFilled size={22} aria-hidden />
          {t(row.state === 'met_late' ? 'obligations.metLate' : 'obligations.met')}
        </span>
      ) : (
        <TimeLeftFigures at={row.dueAt} />
      )}
      <b>{nameOf(row.kind)}</b>
      <span className="sel-second">
        {row.metAt === null ? due : t('obligations.metAt', { at: row.metAt })}
      </span>
      {mayCheck && (
        <button
          type="button"
          className="sel-link"
          disabled={check.isPending}
          onClick={() => void check.run({ issueId: room.issue.id })}
        >
          {t('obligations.done')}
        </button>
      )}
    </li>
  )
}

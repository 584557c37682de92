import { IconPlayerPauseFilled } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { clock } from '../../domain/language/format.ts'
import { useChangedBy } from '../shell/live.ts'
import { useReader } from '../shell/reader.ts'
import { NewMark } from '../ui/new-mark.tsx'
import { ObjectiveMark } from '../ui/objective-mark.tsx'
import { PlatformMarks, type PlatformName } from '../ui/platform-mark.tsx'
import { ItemBriefing } from './item-briefing.tsx'
import { isOut, type UpcomingItem } from './upcoming-data.ts'

type Props = {
  item: UpcomingItem
  agents: number
  platforms: PlatformName[]
  isOpen: boolean
}

/** One publication of the list: when, what, where, and how its briefing stands. It opens beside. */
export function ItemRow({ item, agents, platforms, isOpen }: Props) {
  const { t } = useTranslation('upcoming')
  const reader = useReader()
  const changedBy = useChangedBy('publications', item.id)
  return (
    <Link
      from="/upcoming"
      to="/upcoming"
      search={(before) => ({ ...before, open: item.id })}
      replace={isOpen}
      resetScroll={false}
      className="sel-row sel-up-row"
      data-item={item.id}
      data-unread={item.isUnread || undefined}
      data-changed-by={changedBy ?? undefined}
      aria-current={isOpen || undefined}
    >
      <span className="sel-up-time">
        {item.at !== null && item.timeKind !== 'open' ? clock(item.at, reader) : t('timeOpen')}
        {item.timeKind === 'tentative' && <small>{t('tentative')}</small>}
      </span>
      <ObjectiveMark objective={item.objective} word={false} />
      <span className="sel-up-title">
        <span>
          <b>{item.title}</b>{' '}
          {item.isUnread && (
            <NewMark count={item.newCount !== null && item.newCount > 0 ? item.newCount : undefined} />
          )}
        </span>
        <small>{second()}</small>
      </span>
      <PlatformMarks platforms={platforms} isExecutive={item.isExecutive} most={5} size={16} />
      <ItemBriefing item={item} agents={agents} />
    </Link>
  )

  function second() {
    if (isOut(item)) return t('posted')
    if (item.isHeld) {
      return (
        <>
          <IconPlayerPauseFilled size={12} aria-hidden /> {t('held')}
        </>
      )
    }
    const parts = [
      item.isExecutive ? t('executive') : item.campaign,
      item.status === 'in_review' ? t('inReview') : null,
    ]
    return parts.filter((part) => part !== null).join(', ')
  }
}

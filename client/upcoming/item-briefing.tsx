import { useTranslation } from 'react-i18next'
import { type BriefingStanding, BriefingState } from '../ui/briefing-state.tsx'
import { isOut, type UpcomingItem } from './upcoming-data.ts'

/** How far the contact centre is with one publication, for the reader of the list. */
export function ItemBriefing({ item, agents }: { item: UpcomingItem; agents: number }) {
  const { t } = useTranslation('upcoming')
  const read = t('readBy', { read: item.acknowledgedCount, of: agents })
  const standing = standingOf(item)
  if (standing === 'offered') {
    return (
      <span className="sel-briefing" data-plain>
        <span />
        <b>{t('offered')}</b>
        <small>{item.isUnread ? t('unread') : read}</small>
      </span>
    )
  }
  return <BriefingState standing={standing} detail={detailOf(standing)} />

  function detailOf(of: BriefingStanding): string | undefined {
    if (of.kind === 'notNeeded' || isOut(item)) return of.kind === 'aligned' ? read : undefined
    if (of.kind !== 'aligned' && item.dueAt !== null && (item.waitsForSignature || of.kind === 'notBegun')) {
      return t('due', { at: item.dueAt })
    }
    if (item.briefingVersion === null) return undefined
    return item.isUnread ? t('unread') : read
  }
}

function standingOf(item: UpcomingItem): BriefingStanding | 'offered' {
  const { briefingVersion, signedVersion, openQuestions } = item
  if (briefingVersion === null) return { kind: item.isRequired ? 'notBegun' : 'notNeeded' }
  if (openQuestions > 0) return { kind: 'openQuestions', count: openQuestions }
  if (signedVersion === briefingVersion) return { kind: 'aligned', version: briefingVersion }
  if (!item.isRequired) return 'offered'
  if (item.waitsForSignature) return { kind: 'waiting', you: true }
  return signedVersion === null ? { kind: 'waiting' } : { kind: 'newVersion', version: briefingVersion }
}

import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { date, full } from '../../domain/language/format.ts'
import type { BriefingPage } from '../briefings/briefing-data.ts'
import { useReader } from '../shell/reader.ts'
import { ObjectiveMark } from '../ui/objective-mark.tsx'
import { PlatformMarks } from '../ui/platform-mark.tsx'
import { usePlatforms } from './use-platforms.ts'

/** Over a briefing: what it is about, when and where that goes out, the way to its page. Alone, it names this one. */
export function PaneHead({ page, isAlone }: { page: BriefingPage; isAlone: boolean }) {
  const { t } = useTranslation('upcoming')
  const reader = useReader()
  const platformsOf = usePlatforms()
  const Heading = isAlone ? 'h1' : 'h2'
  const { publication } = page
  if (publication === null) return null
  return (
    <div className="sel-up-head">
      <p>
        <ObjectiveMark objective={publication.objective} />
        <span className="sel-second">{page.campaign?.name}</span>
        <Link
          className="sel-link sel-up-open"
          to="/publications/$id"
          params={{ id: publication.id }}
          search={{ tab: 'briefing' }}
        >
          {t('open')}
        </Link>
      </p>
      <Heading>{publication.title}</Heading>
      <p>
        <b>{time()}</b>
        <PlatformMarks
          platforms={platformsOf(publication.accountIds)}
          isExecutive={publication.isExecutive}
          most={8}
          size={16}
        />
      </p>
    </div>
  )

  function time(): string {
    if (publication === null) return ''
    const { plannedAt, plannedDay, timeKind } = publication
    const isLoose = timeKind === 'open' || plannedAt === null
    if (plannedDay === null) return t('timeOpen')
    if (isLoose) return `${date(plannedDay, reader)}, ${t('timeOpen')}`
    return timeKind === 'tentative'
      ? `${full(plannedAt, reader)}, ${t('tentative')}`
      : full(plannedAt, reader)
  }
}

import { useSearch } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { PHONE, useIsPhone } from '../shell/phone.ts'
import { PageLines } from '../ui/loading.tsx'
import { useSavedViews } from './use-saved-views.ts'

const desktop = () => import('./desktop-calendar.tsx')
const phone = () => import('./phone-page.tsx')

// Asked for with the page itself: what is drawn first is not known any later than this.
const first = matchMedia(PHONE).matches ? phone() : desktop()
first.catch(() => undefined)

const DesktopCalendar = lazy(() => desktop().then((room) => ({ default: room.DesktopCalendar })))
const PhonePage = lazy(() => phone().then((room) => ({ default: room.PhonePage })))

/** The calendar: a grid or a list on the desktop, days under each other on the phone. */
export function CalendarPage() {
  const isPhone = useIsPhone()
  const { saved } = useSearch({ from: '/framed/calendar' })
  const views = useSavedViews(saved !== undefined)
  // Without the view's filter it would show, for a moment, what was not asked for.
  if (saved !== undefined && views.isPending) return <PageLines />
  return <Suspense fallback={<PageLines />}>{isPhone ? <PhonePage /> : <DesktopCalendar />}</Suspense>
}

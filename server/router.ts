import { accountsRouter } from './accounts/router.ts'
import { agencyRouter } from './agency/router.ts'
import { campaignsRouter } from './campaigns/router.ts'
import { router } from './infrastructure/trpc.ts'
import { liveRouter } from './live/router.ts'
import { importHolidays } from './marks/import-holidays.ts'
import { marksRouter } from './marks/router.ts'
import { notificationsRouter } from './notifications/router.ts'
import { peopleRouter } from './people/router.ts'
import { publicationsRouter } from './publications/router.ts'

/** Every door on one page. */
export const appRouter = router({
  agency: agencyRouter([importHolidays]),
  people: peopleRouter,
  campaigns: campaignsRouter,
  marks: marksRouter,
  accounts: accountsRouter,
  publications: publicationsRouter,
  notifications: notificationsRouter,
  live: liveRouter,
})

export type AppRouter = typeof appRouter

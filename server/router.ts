import { accountsRouter } from './accounts/router.ts'
import { agencyRouter } from './agency/router.ts'
import { agendaRouter } from './agenda/router.ts'
import { answersRouter } from './answers/router.ts'
import { approvalsRouter } from './approvals/router.ts'
import { briefingsRouter } from './briefings/router.ts'
import { campaignsRouter } from './campaigns/router.ts'
import { demoRouter } from './demo/router.ts'
import { feedsRouter } from './feeds/router.ts'
import { router } from './infrastructure/trpc.ts'
import { issuesRouter } from './issues/router.ts'
import { liveRouter } from './live/router.ts'
import { importHolidays } from './marks/import-holidays.ts'
import { marksRouter } from './marks/router.ts'
import { notificationsRouter } from './notifications/router.ts'
import { overlaysRouter } from './overlays/router.ts'
import { peopleRouter } from './people/router.ts'
import { publicationsRouter } from './publications/router.ts'
import { publishingRouter } from './publishing/router.ts'
import { readingRouter } from './reading/router.ts'
import { templatesRouter } from './templates/router.ts'
import { viewsRouter } from './views/router.ts'

/** Every door on one page. */
export const appRouter = router({
  agency: agencyRouter([importHolidays]),
  people: peopleRouter,
  demo: demoRouter,
  campaigns: campaignsRouter,
  agenda: agendaRouter,
  marks: marksRouter,
  accounts: accountsRouter,
  publications: publicationsRouter,
  approvals: approvalsRouter,
  publishing: publishingRouter,
  answers: answersRouter,
  briefings: briefingsRouter,
  templates: templatesRouter,
  issues: issuesRouter,
  notifications: notificationsRouter,
  views: viewsRouter,
  feeds: feedsRouter,
  overlays: overlaysRouter,
  reading: readingRouter,
  live: liveRouter,
})

export type AppRouter = typeof appRouter

import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouteComponent,
  redirect,
} from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { librarySearch } from './answers/search.ts'
import { approvalsSearch } from './approvals/search.ts'
import { calendarSearch } from './calendar/search.ts'
import { deskSearch } from './desk/search.ts'
import { issuesSearch } from './issues/search.ts'
import { editorSearch } from './publications/search.ts'
import { findFirstPage, requirePerson } from './shell/entry.ts'
import { FaultPage } from './shell/fault-page.tsx'
import { Framed } from './shell/framed.tsx'
import { allWords } from './shell/language.ts'
import { NotFoundPage, NowherePage } from './shell/not-found-page.tsx'
import { RootPage } from './shell/root-page.tsx'
import { ownPath, parseSearch, stringifySearch, words } from './shell/search-params.ts'
import { PageLines } from './ui/loading.tsx'
import { upcomingSearch } from './upcoming/search.ts'

/** A page of its own chunk, loaded with all words when it is first asked for; `firstWords` does without the rest. */
function page(
  load: () => Promise<ComponentType>,
  needs: 'allWords' | 'firstWords' = 'allWords',
): RouteComponent {
  return lazyRouteComponent(async () => {
    const [component] = await Promise.all([load(), needs === 'allWords' ? allWords() : null])
    return { default: component }
  })
}

const root = createRootRouteWithContext()({
  component: RootPage,
  errorComponent: FaultPage,
  notFoundComponent: NowherePage,
})

const first = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: async () => {
    throw redirect({ href: await findFirstPage(), replace: true })
  },
})

const start = createRoute({
  getParentRoute: () => root,
  path: '/start',
  component: page(() => import('./agency/start-page.tsx').then((room) => room.StartPage)),
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (raw: Record<string, unknown>) => ({ next: ownPath(raw.next) }),
  component: page(() => import('./people/sign-in-page.tsx').then((room) => room.SignInPage)),
})

const reset = createRoute({
  getParentRoute: () => root,
  path: '/reset',
  validateSearch: (raw: Record<string, unknown>) => ({ token: words(raw.token) }),
  component: page(() => import('./people/reset-page.tsx').then((room) => room.ResetPage)),
})

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  validateSearch: (raw: Record<string, unknown>) => ({ token: words(raw.token) }),
  component: page(() => import('./people/accept-page.tsx').then((room) => room.AcceptPage)),
})

/** Everything for who is signed in stands inside the frame: top bar, strips, tabs. */
const framed = createRoute({
  getParentRoute: () => root,
  id: 'framed',
  component: Framed,
  beforeLoad: ({ location }) => requirePerson(location.href),
  errorComponent: FaultPage,
  notFoundComponent: NotFoundPage,
})

const calendar = createRoute({
  getParentRoute: () => framed,
  path: '/calendar',
  validateSearch: calendarSearch,
  component: page(
    () => import('./calendar/calendar-page.tsx').then((room) => room.CalendarPage),
    'firstWords',
  ),
})

const publication = createRoute({
  getParentRoute: () => framed,
  path: '/publications/$id',
  validateSearch: editorSearch,
  component: page(() => import('./publications/editor-page.tsx').then((room) => room.EditorPage)),
})

const handover = createRoute({
  getParentRoute: () => framed,
  path: '/publications/$id/handover',
  component: page(() => import('./publishing/handover-page.tsx').then((room) => room.HandoverPage)),
})

const record = createRoute({
  getParentRoute: () => framed,
  path: '/publications/$id/record',
  component: page(() => import('./publications/record-page.tsx').then((room) => room.RecordPage)),
})

const approvals = createRoute({
  getParentRoute: () => framed,
  path: '/approvals',
  validateSearch: approvalsSearch,
  component: page(() => import('./approvals/inbox-page.tsx').then((room) => room.InboxPage)),
})

const request = createRoute({
  getParentRoute: () => framed,
  path: '/approvals/$id',
  validateSearch: approvalsSearch,
  component: page(() => import('./approvals/request-page.tsx').then((room) => room.RequestPage)),
})

const upcoming = createRoute({
  getParentRoute: () => framed,
  path: '/upcoming',
  validateSearch: upcomingSearch,
  component: page(() => import('./upcoming/upcoming-page.tsx').then((room) => room.UpcomingPage)),
})

const desk = createRoute({
  getParentRoute: () => framed,
  path: '/desk',
  validateSearch: deskSearch,
  component: page(() => import('./desk/desk-page.tsx').then((room) => room.DeskPage)),
})

const library = createRoute({
  getParentRoute: () => framed,
  path: '/library',
  validateSearch: librarySearch,
  component: page(() => import('./answers/library-page.tsx').then((room) => room.LibraryPage)),
})

const entry = createRoute({
  getParentRoute: () => framed,
  path: '/library/$id',
  component: page(() => import('./answers/entry-page.tsx').then((room) => room.EntryPage)),
})

const questions = createRoute({
  getParentRoute: () => framed,
  path: '/questions',
  component: page(() => import('./answers/questions-page.tsx').then((room) => room.QuestionsPage)),
})

const issues = createRoute({
  getParentRoute: () => framed,
  path: '/issues',
  validateSearch: issuesSearch,
  component: page(() => import('./issues/board-page.tsx').then((room) => room.BoardPage)),
})

const issue = createRoute({
  getParentRoute: () => framed,
  path: '/issues/$id',
  component: page(() => import('./issues/room-page.tsx').then((room) => room.RoomPage)),
})

const duty = createRoute({
  getParentRoute: () => framed,
  path: '/duty',
  component: page(() => import('./people/duty-page.tsx').then((room) => room.DutyPage)),
})

const campaign = createRoute({
  getParentRoute: () => framed,
  path: '/campaigns/$id',
  component: page(() => import('./campaigns/campaign-page.tsx').then((room) => room.CampaignPage)),
})

const agendaEvent = createRoute({
  getParentRoute: () => framed,
  path: '/agenda/$id',
  component: page(() => import('./agenda/agenda-page.tsx').then((room) => room.AgendaPage)),
})

const importPlan = createRoute({
  getParentRoute: () => framed,
  path: '/import',
  component: page(() => import('./publications/import-page.tsx').then((room) => room.ImportPage)),
})

const settingsFirst = createRoute({
  getParentRoute: () => framed,
  path: '/settings',
  beforeLoad: () => {
    throw redirect({ to: '/settings/$section', params: { section: 'agency' }, replace: true })
  },
})

const settings = createRoute({
  getParentRoute: () => framed,
  path: '/settings/$section',
  component: page(() => import('./settings/settings-page.tsx').then((room) => room.SettingsPage)),
})

const me = createRoute({
  getParentRoute: () => framed,
  path: '/me',
  component: page(() => import('./people/me-page.tsx').then((room) => room.MePage)),
})

const routeTree = root.addChildren([
  first,
  start,
  signIn,
  reset,
  invitation,
  framed.addChildren([
    calendar,
    publication,
    handover,
    record,
    approvals,
    request,
    upcoming,
    desk,
    library,
    entry,
    questions,
    issues,
    issue,
    duty,
    campaign,
    agendaEvent,
    importPlan,
    settingsFirst,
    settings,
    me,
  ]),
])

export const appRouter = createRouter({
  routeTree,
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 400,
  defaultPendingComponent: PageLines,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof appRouter
  }
}

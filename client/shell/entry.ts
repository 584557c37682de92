import { redirect } from '@tanstack/react-router'
import { forgetLastSeen, restoreLastSeen } from '../offline/last-seen.ts'
import { failureOf, refusedWith } from './failure.ts'
import { emptyFrame, frameOptions } from './frame.ts'
import { switchSingleKeys } from './keys.ts'
import { speak } from './language.ts'
import { type Me, meOptions, rolesOf } from './me.ts'
import { firstPage } from './navigation.ts'
import { PHONE } from './phone.ts'
import { queryClient, trpc } from './trpc.ts'
import { showZone } from './zone.ts'

const visitOptions = () => ({ ...trpc.agency.firstVisit.queryOptions(), staleTime: 60_000 })

/**
 * Asks both in one batch, before the words are there. Together, so that the answer to who is not signed in is no failed
 * request on its own. Without a network what this device last saw is taken in the answer's place.
 */
export async function askWhoIsHere(): Promise<void> {
  if (!navigator.onLine) await restoreLastSeen()
  void queryClient.prefetchQuery(meOptions())
  void queryClient.prefetchQuery(visitOptions())
}

/** Lets a page open for who is signed in; anybody else signs in first and comes back to `here`. */
export async function requirePerson(here: string): Promise<void> {
  const me = await readMe()
  if (me === null) throw redirect({ href: await doorFor(here) })
  await settle(me)
}

/** Where `/` leads: the first visit, sign-in, or the first page of who is signed in. */
export async function findFirstPage(): Promise<string> {
  const me = await readMe()
  if (me === null) return doorFor(null)
  const isPhone = matchMedia(PHONE).matches
  const frame = isPhone ? await queryClient.fetchQuery(frameOptions()) : emptyFrame
  return firstPage({
    roles: rolesOf(me),
    chosen: me.person.firstPage,
    isPhone,
    onlyApprovalId: frame.onlyApprovalId,
  })
}

async function readMe(): Promise<Me | null> {
  try {
    const known = queryClient.getQueryState(meOptions().queryKey)
    if (known?.status === 'error') throw known.error
    return await queryClient.ensureQueryData(meOptions())
  } catch (error) {
    const failure = failureOf(error)
    if (refusedWith(failure, 'signed_out') !== null) {
      await forgetLastSeen()
      return null
    }
    const seen = failure.mayTryAgain && (await restoreLastSeen())
    const me = seen ? queryClient.getQueryData(meOptions().queryKey) : undefined
    if (me !== undefined) return me
    throw error
  }
}

/** The first visit as long as no agency is set up; sign-in from then on. */
async function doorFor(next: string | null): Promise<string> {
  const visit = await queryClient.fetchQuery(visitOptions())
  if (!visit.isSetUp) return '/start'
  return next === null || next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`
}

async function settle(me: Me): Promise<void> {
  showZone(me.agency.zone)
  switchSingleKeys(me.person.singleKeysOff)
  await speak(me.person.locale)
}

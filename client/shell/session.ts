import { forgetLastSeen } from '../offline/last-seen.ts'
import { forgetAll } from './kept.ts'
import { queryClient } from './trpc.ts'

/** After a sign-in: begins anew on `next`, so that nothing read as somebody else stays in this tab. */
export async function enter(next: string = '/'): Promise<void> {
  await forgetLastSeen()
  queryClient.clear()
  location.assign(next)
}

/** Ends the session and begins anew, so that nothing of the person stays in this tab. */
export async function signOut(): Promise<void> {
  await fetch('/api/auth/sign-out', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  forgetAll()
  await forgetLastSeen()
  queryClient.clear()
  location.assign('/sign-in')
}

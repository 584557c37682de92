import { door, doorThen, router, window } from '../infrastructure/trpc.ts'
import { list } from './list.ts'
import { feedPath, make } from './make.ts'
import { revoke } from './revoke.ts'

export const feedsRouter = router({
  list: window(list),
  /** The token lies sealed in the kept answer: who repeats the key sees it again, nobody else. */
  make: doorThen(make, ({ id, sealedToken }, { world }) => ({ id, path: feedPath(world, sealedToken) })),
  revoke: door(revoke),
})

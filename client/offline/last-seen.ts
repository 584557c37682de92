import { type DehydratedState, dehydrate, hydrate, type Query } from '@tanstack/react-query'
import { getUntypedClient } from '@trpc/client'
import { createStore, del, get, update } from 'idb-keyval'
import { failureOf } from '../shell/failure.ts'
import { meOptions } from '../shell/me.ts'
import { queryClient, trpcClient } from '../shell/trpc.ts'
import { sayNotDone } from './not-done.ts'
import { isActKept, isShownWithoutNetwork } from './what-is-kept.ts'

const store = createStore('selaras', 'last-seen')
const PLACE = 'state'
const GATHER_MILLISECONDS = 2000
const MOST_QUERIES = 100
const LONGEST_MILLISECONDS = 7 * 24 * 60 * 60_000

type LastSeen = { build: string; at: number; state: DehydratedState }

/** Another build may read other shapes, so it begins with nothing. */
const build = import.meta.url
let restoredAt: number | null = null
let isForgotten = false

/** From now on what this device last saw is kept on it, until the person leaves. */
export function keepLastSeen(): void {
  let timer: ReturnType<typeof setTimeout> | null = null
  const write = () => {
    timer = null
    if (isForgotten || queryClient.getQueryData(meOptions().queryKey) === undefined) return
    const state = dehydrate(queryClient, {
      shouldDehydrateQuery: isWorthKeeping,
      shouldDehydrateMutation: (mutation) =>
        mutation.state.isPaused && isActKept(pathOf(mutation.options.mutationKey ?? [])),
    })
    update<LastSeen>(
      PLACE,
      (before) => ({ build, at: newest(state), state: joined(before, state) }),
      store,
    ).catch(onlyNoRoom)
  }
  const soon = () => {
    if (timer === null) timer = setTimeout(write, GATHER_MILLISECONDS)
  }
  queryClient.getQueryCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'success') soon()
  })
  queryClient.getMutationCache().subscribe(soon)
  addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') write()
  })
}

/**
 * Shows what this device last saw, and takes up the acts that still wait for the network. Answers whether there was
 * anything. Once the network is back all of it is read anew.
 */
export async function restoreLastSeen(): Promise<boolean> {
  const seen = await get<LastSeen>(PLACE, store).catch(onlyNoRoom)
  if (!seen || seen.build !== build || Date.now() - seen.at > LONGEST_MILLISECONDS) return false
  restoredAt = seen.at
  hydrate(queryClient, seen.state, {
    defaultOptions: {
      mutations: {
        mutationFn: (envelope, { mutationKey }) =>
          getUntypedClient(trpcClient).mutation(pathOf(mutationKey ?? []).join('.'), envelope),
        onError: (error) => sayNotDone(failureOf(error)),
      },
    },
  })
  addEventListener('online', readAnew, { once: true })
  return true
}

/** When what is shown was last seen; null where it came from the server since the page was opened. */
export function lastSeenAt(): number | null {
  return restoredAt
}

/** Leaves nothing of the person on this device. */
export async function forgetLastSeen(): Promise<void> {
  isForgotten = true
  await del(PLACE, store).catch(onlyNoRoom)
}

async function readAnew(): Promise<void> {
  await queryClient.resumePausedMutations()
  restoredAt = null
  await queryClient.invalidateQueries()
}

/** What was seen now over what was seen before this page was opened, newest first, as far as there is room. */
function joined(before: LastSeen | undefined, now: DehydratedState): DehydratedState {
  if (before === undefined || before.build !== build) return now
  const seen = new Set(now.queries.map((query) => query.queryHash))
  const queries = [...now.queries, ...before.state.queries.filter((query) => !seen.has(query.queryHash))]
    .filter((query) => Date.now() - query.state.dataUpdatedAt < LONGEST_MILLISECONDS)
    .sort((one, other) => other.state.dataUpdatedAt - one.state.dataUpdatedAt)
  return { mutations: now.mutations, queries: queries.slice(0, MOST_QUERIES) }
}

function isWorthKeeping(query: Query): boolean {
  return query.state.status === 'success' && isShownWithoutNetwork(pathOf(query.queryKey))
}

/** A tRPC key begins with the path of its door. */
function pathOf(key: readonly unknown[]): readonly string[] {
  const [path] = key
  return Array.isArray(path) ? path.map(String) : []
}

function newest(state: DehydratedState): number {
  return Math.max(0, ...state.queries.map((query) => query.state.dataUpdatedAt))
}

/** A private window or a full device keeps nothing: the page works as before, only not without a network. */
function onlyNoRoom(error: unknown): undefined {
  if (!(error instanceof DOMException)) throw error
}

import { createTRPCClient, httpSubscriptionLink } from '@trpc/client'
import { useSyncExternalStore } from 'react'
import { type Grant, holds, holdsAnywhere } from '../../domain/permissions.ts'
import type { AppRouter } from '../../server/router.ts'
import { changeMarks } from './changed-by.ts'
import { failureOf } from './failure.ts'
import { heeding, pathOf } from './heed.ts'
import { changeIn, type LiveEvent, type Wire } from './live-event.ts'
import { meOptions } from './me.ts'
import { readAnew } from './read-again.ts'
import { queryClient, trpcClient } from './trpc.ts'

type Message =
  | { type: 'event'; event: LiveEvent; cursor: string | null }
  | { type: 'state'; isConnected: boolean }

const CHANNEL = 'selaras.live'
const PATIENT_FAILURES = 2

let cursor: string | null = null
let isConnected = true
let stop: (() => void) | null = null
const stateListeners = new Set<() => void>()
const marks = changeMarks(() => {
  for (const listener of stateListeners) listener()
})
let ownId: string | null = null

/**
 * One stream for all tabs of this browser: the tab that holds the lock reads it and passes each event on. `from` is the
 * cursor that came with who is signed in, read before anything else, so that nothing between the two is missed; with
 * null all is read anew at the greeting. `mine` is the person's id: the tabs of another person have a stream of their
 * own. Calling it again while it runs does nothing; returns how to stop.
 */
export function startLive(from: string | null, mine: string): () => void {
  if (stop !== null) return stop
  cursor ??= from
  ownId = mine
  const channel = new BroadcastChannel(`${CHANNEL}.${mine}`)
  const ending = new AbortController()
  channel.onmessage = (message: MessageEvent<Message>) => receive(message.data)

  const pass = (message: Message) => {
    if (ending.signal.aborted) return
    channel.postMessage(message)
    receive(message)
  }

  const lead = () =>
    new Promise<void>((resolve) => {
      const close = readStream(pass)
      ending.signal.addEventListener('abort', () => {
        close()
        resolve()
      })
    })

  if ('locks' in navigator) {
    navigator.locks.request(`${CHANNEL}.${mine}`, { signal: ending.signal }, lead).catch(onlyAbort)
  } else {
    void lead()
  }

  stop = () => {
    ending.abort()
    channel.close()
    stop = null
    cursor = null
  }
  return stop
}

function onlyAbort(error: unknown): void {
  if (!(error instanceof DOMException && error.name === 'AbortError')) throw error
}

/** Reads the stream until it is closed; after a cut it asks again from the last cursor, ever more slowly. */
function readStream(pass: (message: Message) => void): () => void {
  const client = createTRPCClient<AppRouter>({ links: [httpSubscriptionLink({ url: '/trpc' })] })
  let isClosed = false
  let failures = 0
  let subscription: { unsubscribe: () => void } | null = null
  let timer: ReturnType<typeof setTimeout> | null = null

  const connect = () => {
    timer = null
    subscription = client.live.changes.subscribe(
      { cursor },
      {
        onData: (data: unknown) => {
          failures = 0
          for (const message of messagesOf(data)) pass(message)
        },
        onConnectionStateChange: (state: { state: string; error?: unknown }) => {
          if (state.state === 'pending') return pass({ type: 'state', isConnected: true })
          if (state.state !== 'connecting' || !state.error) return
          failures += 1
          if (failures > PATIENT_FAILURES) pass({ type: 'state', isConnected: false })
        },
        onError: (error: unknown) => again(failureOf(error).refusal?.code === 'signed_out'),
        onComplete: () => again(false),
      },
    )
  }

  const again = (isSignedOut: boolean) => {
    if (isClosed || timer !== null) return
    failures += 1
    if (isSignedOut) {
      void queryClient.invalidateQueries({
        predicate: (query) => pathOf(query.queryKey).join('.') === 'people.me',
      })
      return
    }
    if (failures > PATIENT_FAILURES) pass({ type: 'state', isConnected: false })
    timer = setTimeout(connect, Math.min(500 * 2 ** Math.min(failures, 5), 15_000))
  }

  const onOnline = () => {
    if (timer === null) return
    clearTimeout(timer)
    connect()
  }
  addEventListener('online', onOnline)
  connect()

  return () => {
    isClosed = true
    if (timer !== null) clearTimeout(timer)
    subscription?.unsubscribe()
    removeEventListener('online', onOnline)
  }
}

/** A tracked event is wrapped in its id, which is the cursor after it; the greeting carries its own. */
function* messagesOf(data: unknown): Generator<Message> {
  const wrapped = data as { id?: string; data?: Wire } & Wire
  const isWrapped = typeof wrapped.data === 'object' && wrapped.data !== null
  const wire = isWrapped ? (wrapped.data as Wire) : wrapped
  const after = isWrapped && typeof wrapped.id === 'string' && wrapped.id !== '' ? wrapped.id : null
  if (wire.kind === 'greeting' && typeof wire.cursor === 'string') {
    if (cursor === null) yield { type: 'event', event: { kind: 'reset' }, cursor: wire.cursor }
    yield { type: 'event', event: { kind: 'greeting', cursor: wire.cursor }, cursor: wire.cursor }
    return
  }
  if (wire.kind === 'reset') {
    yield { type: 'event', event: { kind: 'reset' }, cursor: wire.cursor ?? after }
    return
  }
  const event = changeIn(wire)
  if (event !== null) yield { type: 'event', event, cursor: after }
}

function receive(message: Message): void {
  if (message.type === 'state') {
    isConnected = message.isConnected
    for (const listener of stateListeners) listener()
    return
  }
  if (message.type !== 'event') return
  if (message.cursor !== null) cursor = message.cursor
  if (!isConnected) {
    isConnected = true
    for (const listener of stateListeners) listener()
  }
  refresh(message.event)
}

const heed = heeding(queryClient, {
  readMonth: (input) => trpcClient.reading.month.query(input),
  mayPlan: (unitId) => holds(grantsOf(), 'publication.plan', unitId),
  readsBriefings: () => holdsAnywhere(grantsOf(), 'briefing.acknowledge'),
})

/** The roles of who is signed in, as last read. */
function grantsOf(): readonly Grant[] {
  return queryClient.getQueryData(meOptions().queryKey)?.grants ?? []
}

function refresh(event: LiveEvent): void {
  if (event.kind === 'greeting') return
  if (event.kind === 'reset') {
    readAnew(queryClient)
    return
  }
  marks.take(event, ownId)
  heed(event)
}

function subscribeState(listener: () => void): () => void {
  stateListeners.add(listener)
  return () => stateListeners.delete(listener)
}

/** The name of who else changed this thing of `room` within the last two seconds, for `data-changed-by`; null otherwise. */
export function useChangedBy(room: string, id: string): string | null {
  return useSyncExternalStore(subscribeState, () => marks.nameOf(room, id))
}

/** Whether the stream stands; false once several attempts in a row have failed. */
export function useIsConnected(): boolean {
  return useSyncExternalStore(subscribeState, () => isConnected)
}

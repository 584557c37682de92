import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { createTRPCClient, httpBatchLink } from '@trpc/client'
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query'
import { heeding } from '../../client/shell/heed.ts'
import { changeIn, type Wire } from '../../client/shell/live-event.ts'
import { keepParts, type MonthAnswer } from '../../client/shell/month-answer.ts'
import { holds, holdsAnywhere } from '../../domain/permissions.ts'
import type { AppRouter } from '../../server/router.ts'
import type { Served } from './serve.ts'

export type Seen = {
  people: number
  moves: number
  p50: number
  p95: number
  last: number
  megabytes: number
}

const MONTH = { from: '2026-11-30', to: '2027-01-10', filter: {} }
/** So many open their month at the same moment. */
const AT_ONCE = 10
/** Between two moves, from when everybody saw the one before. */
const PAUSE_MILLISECONDS = 700
const PATIENCE_MILLISECONDS = 60_000
const QUIET_MILLISECONDS = 2_000

/**
 * So many people with the month open, each with a stream of their own, and the page's own code for what is done on
 * hearing a change; one of them moves. Milliseconds from sending a move until a person's month holds it. In the end
 * each month must say what a fresh reading says, two seconds after the last move.
 */
export async function people(size: number, moves: number, say: (line: string) => void): Promise<Seen> {
  const child = fork(fileURLToPath(new URL('./serve.ts', import.meta.url)), ['people', String(size)])
  const ending = new AbortController()
  try {
    const served = await told<Served>(child)
    if (served.crowd === null) throw new Error('the benchmark has nobody to look')
    const { cookies } = served.crowd
    const pages: Page[] = []
    for (let at = 0; at < cookies.length; at += AT_ONCE) {
      const opened = cookies
        .slice(at, at + AT_ONCE)
        .map((cookie) => page(served.whole, cookie, ending.signal))
      pages.push(...(await Promise.all(opened)))
    }
    const [planner] = pages
    if (planner === undefined) throw new Error('nobody moves')
    say(`${pages.length} months are open`)
    const times: number[] = []
    for (const { publicationId, timeVersion, day, clock } of served.crowd.moves.slice(0, moves)) {
      const at = new Date(`${day}T${clock}:00+07:00`).toISOString()
      const from = performance.now()
      const seen = Promise.all(
        pages.map((one) => one.holds(publicationId, at).then(() => times.push(performance.now() - from))),
      )
      const time = { kind: 'exact', day, clock } as const
      const input = { publicationId, timeVersion, time, confirmsEndOfApproval: true }
      await planner.client.publications.move.mutate({ key: randomUUID(), input })
      await seen
      await wait(PAUSE_MILLISECONDS * (0.5 + Math.random()))
    }
    const megabytes = (await asked<number>(child, 'memory')) / 2 ** 20
    await wait(QUIET_MILLISECONDS)
    const shown = pages.map((one) => one.shown())
    for (const [index, one] of pages.entries()) {
      if (shown[index] !== (await one.fresh()))
        throw new Error(`the month of person ${index} is not as a fresh one`)
    }
    times.sort((one, other) => one - other)
    const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
    return { people: pages.length, moves, p50: at(0.5), p95: at(0.95), last: at(1), megabytes }
  } finally {
    ending.abort()
    if (child.connected && child.exitCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.send('stop')
      await ended
    }
  }
}

function told<Message>(child: ChildProcess): Promise<Message> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as Message))
    child.once('exit', (code) => reject(new Error(`the benchmark's server ended with ${code}`)))
  })
}

function asked<Message>(child: ChildProcess, question: string): Promise<Message> {
  const answer = told<Message>(child)
  child.send(question)
  return answer
}

type Page = Awaited<ReturnType<typeof page>>

/** One person's open month: its queries as the calendar has them, its stream, and what it does on hearing of a change. */
async function page(address: string, cookie: string, signal: AbortSignal) {
  const headers = { cookie }
  const client = createTRPCClient<AppRouter>({
    links: [httpBatchLink({ url: `${address}/trpc`, maxItems: 10, maxURLLength: 4000, headers })],
  })
  const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: 30_000, retry: 3 } } })
  const trpc = createTRPCOptionsProxy<AppRouter>({ client, queryClient })
  const month = trpc.reading.month.queryOptions(MONTH, { structuralSharing: keepParts })
  const me = await client.people.me.query({})
  const observers = [
    new QueryObserver(queryClient, month),
    new QueryObserver(queryClient, trpc.reading.frame.queryOptions({})),
    new QueryObserver(queryClient, trpc.reading.backlog.queryOptions({ filter: {}, size: 30 })),
  ]
  for (const observer of observers)
    signal.addEventListener(
      'abort',
      observer.subscribe(() => undefined),
    )
  await queryClient.ensureQueryData(month)
  const heed = heeding(queryClient, {
    readMonth: (input) => client.reading.month.query(input),
    mayPlan: (unitId) => holds(me.grants, 'publication.plan', unitId),
    readsBriefings: () => holdsAnywhere(me.grants, 'briefing.acknowledge'),
  })
  const stream = await fetch(
    `${address}/trpc/live.changes?input=${encodeURIComponent(JSON.stringify({ cursor: me.liveCursor }))}`,
    { headers, signal },
  )
  if (!stream.ok) throw new Error(`a stream was answered with ${stream.status}`)
  void hear(stream, (wire) => {
    const change = changeIn(wire)
    if (change !== null) heed(change)
  })
  const answer = () => queryClient.getQueryData(month.queryKey)
  return {
    client,
    shown: () => inWords(answer()),
    fresh: async () => inWords(await client.reading.month.query(MONTH)),
    holds: (id: string, at: string) =>
      new Promise<void>((resolve, reject) => {
        const isThere = () => answer()?.items.some((item) => item.id === id && item.at === at) ?? false
        const tooLate = setTimeout(() => reject(new Error('a move was never seen')), PATIENCE_MILLISECONDS)
        const stop = queryClient.getQueryCache().subscribe(() => {
          if (!isThere()) return
          clearTimeout(tooLate)
          stop()
          resolve()
        })
      }),
  }
}

/** Reads a stream of events to its end, which is the benchmark's. */
async function hear(stream: Response, take: (wire: Wire) => void): Promise<void> {
  if (stream.body === null) throw new Error('the stream has no body')
  let rest = ''
  const text = new TextDecoder()
  try {
    for await (const chunk of stream.body) {
      rest += text.decode(chunk, { stream: true })
      const blocks = rest.split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) {
        const data = block.split('\n').find((line) => line.startsWith('data: '))
        if (data !== undefined && data !== 'data: ') take(JSON.parse(data.slice(6)) as Wire)
      }
    }
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) throw error
  }
}

/** What a month says, whichever way it points to its units and people. */
function inWords(answer: MonthAnswer | undefined): string {
  if (answer === undefined) return ''
  const { refs, items, ...rest } = answer
  const named = (position: number | null) => (position === null ? null : refs[position])
  const said = items.map((item) => ({
    ...item,
    unit: named(item.unit),
    owner: named(item.owner),
    campaign: named(item.campaign),
    accounts: item.accounts.map(named),
  }))
  return JSON.stringify({ ...rest, items: said })
}

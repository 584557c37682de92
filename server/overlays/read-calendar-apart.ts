import { Worker } from 'node:worker_threads'
import type { CalendarAnswer, CalendarQuestion } from './read-calendar.ts'

const LIMIT_SECONDS = 10
const LIMIT_MEGABYTES = 256

/** One after the other: what somebody else wrote never takes more than one thread of this server. */
let last: Promise<unknown> = Promise.resolve()

/** `readCalendar` in a thread of its own, within 256 MB and 10 seconds; `too_heavy` for a text that needs more. */
export function readCalendarApart(question: CalendarQuestion): Promise<CalendarAnswer | 'too_heavy'> {
  const mine = last.then(() => inWorker(question))
  last = mine.catch(() => undefined)
  return mine
}

function inWorker(question: CalendarQuestion): Promise<CalendarAnswer | 'too_heavy'> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./calendar-worker.ts', import.meta.url), {
      workerData: question,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: LIMIT_MEGABYTES, maxYoungGenerationSizeMb: 32 },
    })
    const timer = setTimeout(() => {
      resolve('too_heavy')
      void worker.terminate()
    }, LIMIT_SECONDS * 1000)
    worker.once('message', resolve)
    worker.once('error', (error: Error & { code?: string }) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve('too_heavy') : reject(error),
    )
    worker.once('exit', () => {
      clearTimeout(timer)
      reject(new Error('the calendar was not read'))
    })
  })
}

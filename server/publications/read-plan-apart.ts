import { Worker } from 'node:worker_threads'
import { refuse } from '../infrastructure/refuse.ts'
import type { PlanAnswer, PlanQuestion } from './read-plan.ts'

const LIMIT_SECONDS = 15
const LIMIT_MEGABYTES = 256
const AT_ONCE = 2

let running = 0
const waiting: (() => void)[] = []

/**
 * `readPlan` in a thread of its own, within 256 MB and 15 seconds, two at a time: no plan stops the server from answering
 * others. Refuses `plan_too_heavy` for one that needs more.
 */
export async function readPlanApart(question: PlanQuestion): Promise<PlanAnswer> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else running++
  try {
    return await inWorker(question)
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

function inWorker(question: PlanQuestion): Promise<PlanAnswer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./plan-worker.ts', import.meta.url), {
      workerData: question,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: LIMIT_MEGABYTES, maxYoungGenerationSizeMb: 32 },
    })
    const tooHeavy = () => {
      try {
        refuse('plan_too_heavy', {})
      } catch (refused) {
        reject(refused)
      }
    }
    const timer = setTimeout(() => {
      tooHeavy()
      void worker.terminate()
    }, LIMIT_SECONDS * 1000)
    worker.once('message', resolve)
    worker.once('error', (error: Error & { code?: string }) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooHeavy() : reject(error),
    )
    worker.once('exit', () => {
      clearTimeout(timer)
      reject(new Error('the plan was not read'))
    })
  })
}

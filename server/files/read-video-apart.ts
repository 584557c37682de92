import { Worker } from 'node:worker_threads'
import type { VideoFacts } from './read-video.ts'

const LIMIT_SECONDS = 15
const LIMIT_MEGABYTES = 128

/**
 * `readVideo` in a thread of its own, one after the other, within 128 MB and 15 seconds: no file stops the server from
 * answering others. Null also for one that needs more.
 */
export function readVideoApart(path: string): Promise<VideoFacts | null> {
  const answer = last.then(() => inWorker(path))
  last = answer.then(
    () => undefined,
    () => undefined,
  )
  return answer
}

let last: Promise<void> = Promise.resolve()

function inWorker(path: string): Promise<VideoFacts | null> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./video-worker.ts', import.meta.url), {
      workerData: path,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: LIMIT_MEGABYTES, maxYoungGenerationSizeMb: 32 },
    })
    const timer = setTimeout(() => {
      resolve(null)
      void worker.terminate()
    }, LIMIT_SECONDS * 1000)
    worker.once('message', resolve)
    worker.once('error', (error: Error & { code?: string }) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(null) : reject(error),
    )
    worker.once('exit', () => {
      clearTimeout(timer)
      reject(new Error('the video was not read'))
    })
  })
}

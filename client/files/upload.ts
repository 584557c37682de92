import type { Upload } from 'tus-js-client'
import {
  FILE_LIMIT_BYTES,
  FILE_LIMIT_MEGABYTES,
  VIDEO_LIMIT_BYTES,
  VIDEO_LIMIT_MEGABYTES,
} from '../../domain/files/limits.ts'
import type { UploadedFile } from '../../server/files/keep-file.ts'
import type { UploadAnswer } from '../../server/files/routes.ts'
import { type Failure, failureOf } from '../shell/failure.ts'

export type UploadOutcome = { file: UploadedFile } | { failure: Failure } | { wasCancelled: true }

/** `sending` with how much has come, `waiting` for the network, `checking` while the server reads what it is. */
export type UploadState = { phase: 'sending' | 'waiting' | 'checking'; sentBytes: number }

export type RunningUpload = { outcome: Promise<UploadOutcome>; cancel(): void }

const CHUNK_BYTES = 4 * 1024 * 1024
const RETRY_MILLISECONDS = [500, 1000, 3000, 5000, 10_000, 20_000]

/**
 * Sends one file as it is, and goes on where it stopped: after a broken connection by itself, after the page was closed
 * when the same file is chosen again. What is too large is refused before a byte travels. Never throws.
 */
export function startUpload(chosen: File, onState: (state: UploadState) => void): RunningUpload {
  const stop = new AbortController()
  const outcome = tooLarge(chosen) ?? send(chosen, onState, stop.signal).catch(failed)
  return { outcome: Promise.resolve(outcome), cancel: () => stop.abort() }
}

async function send(
  chosen: File,
  onState: (state: UploadState) => void,
  stop: AbortSignal,
): Promise<UploadOutcome> {
  const address = await sendBytes(chosen, onState, stop)
  if (address === null) return { wasCancelled: true }
  onState({ phase: 'checking', sentBytes: chosen.size })
  for (let tried = 0; ; tried += 1) {
    const answer = await finish(address)
    if (answer !== null) return answer
    onState({ phase: 'waiting', sentBytes: chosen.size })
    await networkOrPause(RETRY_MILLISECONDS[Math.min(tried, RETRY_MILLISECONDS.length - 1)] ?? 0)
    if (stop.aborted) return { wasCancelled: true }
  }
}

/** The address of the whole upload; null where it was given up. */
async function sendBytes(
  chosen: File,
  onState: (state: UploadState) => void,
  stop: AbortSignal,
): Promise<string | null> {
  const { Upload: TusUpload, DetailedError } = await import('tus-js-client')
  let sentBytes = 0
  return new Promise((resolve, reject) => {
    const upload: Upload = new TusUpload(chosen, {
      endpoint: '/uploads',
      chunkSize: CHUNK_BYTES,
      retryDelays: RETRY_MILLISECONDS,
      removeFingerprintOnSuccess: true,
      metadata: { filename: chosen.name.toWellFormed() },
      onProgress(sent) {
        sentBytes = sent
        onState({ phase: 'sending', sentBytes })
      },
      onSuccess: () => settle(() => resolve(upload.url)),
      onError(error) {
        const isRefused = error instanceof DetailedError && error.originalResponse !== null
        if (isRefused && error.originalResponse) {
          const { status, body } = {
            status: error.originalResponse.getStatus(),
            body: error.originalResponse.getBody(),
          }
          if (status < 500) return settle(() => reject(new RefusedUpload(body)))
        }
        wait()
      },
    })
    const wait = () => {
      onState({ phase: 'waiting', sentBytes })
      if (navigator.onLine) setTimeout(goOn, RETRY_MILLISECONDS.at(-1))
    }
    const goOn = () => {
      if (!stop.aborted) upload.start()
    }
    const pause = () => void upload.abort().then(() => onState({ phase: 'waiting', sentBytes }))
    const giveUp = () => {
      settle(() => resolve(null))
      // The server forgets an unfinished upload by itself within a day.
      upload.abort(true).catch(() => undefined)
    }
    const settle = (done: () => void) => {
      removeEventListener('offline', pause)
      removeEventListener('online', goOn)
      stop.removeEventListener('abort', giveUp)
      done()
    }
    addEventListener('offline', pause)
    addEventListener('online', goOn)
    stop.addEventListener('abort', giveUp)
    upload
      .findPreviousUploads()
      .then(([previous]) => {
        if (previous) upload.resumeFromPreviousUpload(previous)
        goOn()
      })
      .catch(reject)
  })
}

/** Null where no answer came, so that it may be asked again. */
async function finish(address: string): Promise<UploadOutcome | null> {
  try {
    const response = await fetch(`${address}/finish`, { method: 'POST' })
    if (response.status >= 502) return null
    return outcomeOf(await response.text())
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

class RefusedUpload extends Error {
  readonly body: string
  constructor(body: string) {
    super('the upload was refused')
    this.body = body
  }
}

function failed(error: unknown): UploadOutcome {
  if (error instanceof RefusedUpload) return outcomeOf(error.body)
  return { failure: { kind: 'fault', refusal: null, requestId: null, mayTryAgain: true } }
}

function outcomeOf(body: string): UploadOutcome {
  const answer = asAnswer(body)
  if ('file' in answer && answer.file) return { file: answer.file }
  return refused('refusal' in answer ? answer.refusal : null)
}

function asAnswer(body: string): Partial<UploadAnswer> {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null ? (value as Partial<UploadAnswer>) : {}
  } catch (error) {
    if (error instanceof SyntaxError) return {}
    throw error
  }
}

function refused(refusal: unknown): UploadOutcome {
  return { failure: failureOf({ data: { refusal } }) }
}

function tooLarge({ name, type, size }: File): UploadOutcome | null {
  const isImage = type.startsWith('image/')
  if (size <= (isImage ? FILE_LIMIT_BYTES : VIDEO_LIMIT_BYTES)) return null
  const limitMegabytes = isImage ? FILE_LIMIT_MEGABYTES : VIDEO_LIMIT_MEGABYTES
  return refused({ code: 'file_too_large', data: { name, limitMegabytes } })
}

function networkOrPause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds)
    function done() {
      clearTimeout(timer)
      removeEventListener('online', done)
      resolve()
    }
    addEventListener('online', done)
  })
}

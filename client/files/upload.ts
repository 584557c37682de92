import { FILE_LIMIT_BYTES, FILE_LIMIT_MEGABYTES } from '../../domain/files/limits.ts'
import type { UploadAnswer } from '../../server/files/routes.ts'
import type { UploadedFile } from '../../server/files/upload.ts'
import { type Failure, failureOf } from '../shell/failure.ts'

export type UploadOutcome = { file: UploadedFile } | { failure: Failure }

/** Sends one image as it is; what is too large is refused before a byte travels. Never throws. */
export async function uploadImage(chosen: File): Promise<UploadOutcome> {
  if (chosen.size > FILE_LIMIT_BYTES) {
    return refused({
      refusal: {
        code: 'file_too_large',
        data: { name: chosen.name, limitMegabytes: FILE_LIMIT_MEGABYTES },
      },
    })
  }
  try {
    const response = await fetch('/files', {
      method: 'POST',
      headers: {
        'content-type': 'application/octet-stream',
        'x-file-name': encodeURIComponent(chosen.name.toWellFormed()),
      },
      body: chosen,
    })
    const answer = (await response.json()) as Partial<UploadAnswer>
    if ('file' in answer && answer.file) return { file: answer.file }
    return refused({ refusal: 'refusal' in answer ? answer.refusal : null })
  } catch (error) {
    const isOffline = error instanceof TypeError
    return {
      failure: { kind: isOffline ? 'offline' : 'fault', refusal: null, requestId: null, mayTryAgain: true },
    }
  }
}

function refused(data: { refusal: unknown }): UploadOutcome {
  return { failure: failureOf({ data }) }
}

/** Where an uploaded image is shown from. */
export function fileAddress(fileId: string): string {
  return `/files/${fileId}`
}

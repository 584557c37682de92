import type { UploadAnswer } from '../../server/files/routes.ts'

type Sent = { status: number; answer: UploadAnswer }

const tus = { 'tus-resumable': '1.0.0' }

/** Begins an upload of so many bytes; its address where it was taken. */
export async function beginUpload(
  base: string,
  headers: Record<string, string>,
  given: { name: string; sizeBytes: number },
): Promise<{ response: Response; address: string | null }> {
  const response = await fetch(`${base}/uploads`, {
    method: 'POST',
    headers: {
      ...headers,
      ...tus,
      'upload-length': String(given.sizeBytes),
      'upload-metadata': `filename ${Buffer.from(given.name).toString('base64')}`,
    },
  })
  const place = response.headers.get('location')
  return { response, address: place === null ? null : new URL(place, base).href }
}

/** Sends bytes from an offset on. */
export function sendPart(
  address: string,
  headers: Record<string, string>,
  offset: number,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Response> {
  return fetch(address, {
    method: 'PATCH',
    headers: {
      ...headers,
      ...tus,
      'upload-offset': String(offset),
      'content-type': 'application/offset+octet-stream',
    },
    body: bytes,
  })
}

/** How much of an upload has come; null where it is not this person's to know. */
export async function offsetOf(address: string, headers: Record<string, string>): Promise<number | null> {
  const response = await fetch(address, { method: 'HEAD', headers: { ...headers, ...tus } })
  return response.ok ? Number(response.headers.get('upload-offset')) : null
}

export async function finishUpload(address: string, headers: Record<string, string>): Promise<Sent> {
  const response = await fetch(`${address}/finish`, { method: 'POST', headers })
  return { status: response.status, answer: (await response.json()) as UploadAnswer }
}

/** A whole upload, as the page sends one: begun, sent, finished. */
export async function sendUpload(
  base: string,
  headers: Record<string, string>,
  given: { name: string; bytes: Buffer },
): Promise<Sent> {
  const sizeBytes = given.bytes.byteLength
  const { response, address } = await beginUpload(base, headers, { name: given.name, sizeBytes })
  if (address === null) return { status: response.status, answer: (await response.json()) as UploadAnswer }
  const sent = await sendPart(address, headers, 0, new Uint8Array(given.bytes))
  if (sent.status !== 204) throw new Error(`the bytes were answered with ${sent.status}`)
  return finishUpload(address, headers)
}

import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { asWebVtt, readCaptions } from '../../domain/files/captions.ts'
import { fileUse } from '../../domain/files/limits.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { disposition } from '../infrastructure/disposition.ts'
import { Refused, refuse, refuseMissing } from '../infrastructure/refuse.ts'
import { transportCodes } from '../infrastructure/transport.ts'
import type { RequestContext } from '../infrastructure/trpc.ts'
import type { World } from '../infrastructure/world.ts'
import { byteRange } from './byte-range.ts'
import type { UploadedFile } from './keep-file.ts'
import { textOf } from './read-file.ts'
import { fileFor, type ServedFile, type VisibleTo } from './serve.ts'
import { pathOf } from './store-bytes.ts'
import { openThumbnail } from './thumbnail.ts'
import { uploadRoutes } from './upload-routes.ts'

export type FilesOptions = {
  /** Which world a request belongs to and who is signed in. */
  worldOf: (request: FastifyRequest) => Promise<{ world: World; who: RequestContext['who'] }>
  visibleTo: VisibleTo
}

/** What finishing an upload answers: the file, or the refusal in the shape doors use. */
export type UploadAnswer = { file: UploadedFile } | { refusal: Refusal }

const statusOf: Partial<Record<(typeof transportCodes)[keyof typeof transportCodes], number>> = {
  BAD_REQUEST: 400,
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  TOO_MANY_REQUESTS: 429,
  SERVICE_UNAVAILABLE: 503,
}

type OneFile = { Params: { id: string } }

/**
 * Uploads, and what was uploaded given back to whoever may see it, under a policy in which nothing in it can run:
 * `GET /files/:id` whole or in part, `/thumbnail` an image drawn small, `/captions` captions as browsers read them. The
 * app proves the origin of what changes something before.
 */
export async function filesRoutes(app: FastifyInstance, { worldOf, visibleTo }: FilesOptions): Promise<void> {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, _body, done) => done(null))

  app.setErrorHandler((error: Error, _request, reply) => {
    if (error instanceof Refused) return answerRefused(reply, error)
    throw error
  })

  const whoAsks = async (request: FastifyRequest) => {
    const { world, who } = await worldOf(request)
    return { world, person: (who ?? refuse('signed_out', {})).person }
  }
  const fileOf = async (request: FastifyRequest<OneFile>) => {
    const { world, person } = await whoAsks(request)
    if (!z.uuid().safeParse(request.params.id).success) refuseMissing()
    const file = (await fileFor(world, person, request.params.id, visibleTo)) ?? refuseMissing()
    return { world, file }
  }

  uploadRoutes(app, whoAsks)

  app.get<OneFile>('/files/:id', async (request, reply) => {
    const { world, file } = await fileOf(request)
    protect(reply, file.sha256, 'private, no-cache')
    reply.header('accept-ranges', 'bytes')
    if (request.headers['if-none-match'] === `"${file.sha256}"`) return reply.code(304).send()
    reply.type(file.mimeType).header('content-disposition', disposition(kindOf(file), file.name))
    const range = byteRange(request.headers.range, file.sizeBytes)
    if (range === 'outside') {
      return reply.code(416).header('content-range', `bytes */${file.sizeBytes}`).send()
    }
    const { start, end } = range ?? { start: 0, end: file.sizeBytes - 1 }
    if (range !== null) {
      reply.code(206).header('content-range', `bytes ${start}-${end}/${file.sizeBytes}`)
    }
    return reply
      .header('content-length', end - start + 1)
      .send(createReadStream(pathOf(world.filesDir, file.sha256), { start, end }))
  })

  app.get<OneFile>('/files/:id/thumbnail', async (request, reply) => {
    const { world, file } = await fileOf(request)
    if (fileUse(file.mimeType) !== 'image') refuseMissing()
    // Whoever signs in next in the same browser asks anew.
    protect(reply, `${file.sha256}-320`, 'private, max-age=3600').header('vary', 'cookie')
    if (request.headers['if-none-match'] === `"${file.sha256}-320"`) return reply.code(304).send()
    return reply.type('image/webp').send(await openThumbnail(world.filesDir, file.sha256))
  })

  app.get<OneFile>('/files/:id/captions', async (request, reply) => {
    const { world, file } = await fileOf(request)
    if (fileUse(file.mimeType) !== 'captions') refuseMissing()
    const captions = readCaptions(textOf(await readFile(pathOf(world.filesDir, file.sha256))) ?? '')
    const text = asWebVtt(captions.kind === null ? [] : captions.cues)
    return protect(reply, `${file.sha256}-vtt`, 'private, no-cache')
      .type('text/vtt; charset=utf-8')
      .send(text)
  })
}

function protect(reply: FastifyReply, tag: string, caching: string): FastifyReply {
  return reply
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cross-origin-resource-policy', 'same-origin')
    .header('cache-control', caching)
    .header('etag', `"${tag}"`)
}

function answerRefused(reply: FastifyReply, refused: Refused) {
  const answer: UploadAnswer = { refusal: { code: refused.code, data: refused.data } as Refusal }
  return reply.code(statusOf[transportCodes[refused.code]] ?? 409).send(answer)
}

/** Captions are for keeping, not for looking at. */
function kindOf({ mimeType }: ServedFile): 'inline' | 'attachment' {
  return fileUse(mimeType) === 'captions' ? 'attachment' : 'inline'
}

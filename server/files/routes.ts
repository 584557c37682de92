import { createReadStream } from 'node:fs'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { FILE_LIMIT_BYTES, FILE_LIMIT_MEGABYTES, plainFileName } from '../../domain/files/limits.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { Refused, refuse, refuseMissing } from '../infrastructure/refuse.ts'
import { transportCodes } from '../infrastructure/transport.ts'
import type { RequestContext } from '../infrastructure/trpc.ts'
import type { World } from '../infrastructure/world.ts'
import { fileFor, type VisibleTo } from './serve.ts'
import { pathOf } from './store-bytes.ts'
import { type UploadedFile, upload } from './upload.ts'

export type FilesOptions = {
  /** Which world a request belongs to and who is signed in. */
  worldOf: (request: FastifyRequest) => Promise<{ world: World; who: RequestContext['who'] }>
  visibleTo: VisibleTo
}

/** What `POST /files` answers: the file, or the refusal in the shape doors use. */
export type UploadAnswer = { file: UploadedFile } | { refusal: Refusal }

const statusOf: Partial<Record<(typeof transportCodes)[keyof typeof transportCodes], number>> = {
  BAD_REQUEST: 400,
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  SERVICE_UNAVAILABLE: 503,
}

/**
 * `POST /files` takes an image as the raw body, its name percent-encoded in `X-File-Name`; `GET /files/:id` gives it back
 * to whoever may see it, under a policy in which nothing in it can run. The app proves the request's origin before.
 */
export async function filesRoutes(app: FastifyInstance, { worldOf, visibleTo }: FilesOptions): Promise<void> {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))

  app.setErrorHandler((error: Error & { code?: string }, request, reply) => {
    if (error instanceof Refused) return answerRefused(reply, error)
    if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
      return answerRefused(reply, tooLarge(request))
    }
    throw error
  })

  app.post('/files', { bodyLimit: FILE_LIMIT_BYTES }, async (request, reply) => {
    const { world, who } = await worldOf(request)
    const { person } = who ?? refuse('signed_out', {})
    const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
    const call = { personId: person.id, requestId: String(request.id) }
    const file = await upload(world, call, { name: nameOf(request), bytes })
    const answer: UploadAnswer = { file }
    return reply.code(201).send(answer)
  })

  app.get<{ Params: { id: string } }>('/files/:id', async (request, reply) => {
    const { world, who } = await worldOf(request)
    const { person } = who ?? refuse('signed_out', {})
    if (!z.uuid().safeParse(request.params.id).success) refuseMissing()
    const file = (await fileFor(world, person, request.params.id, visibleTo)) ?? refuseMissing()
    const tag = `"${file.sha256}"`
    reply
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cross-origin-resource-policy', 'same-origin')
      .header('cache-control', 'private, no-cache')
      .header('etag', tag)
    if (request.headers['if-none-match'] === tag) return reply.code(304).send()
    return reply
      .type(file.mimeType)
      .header('content-length', file.sizeBytes)
      .header('content-disposition', disposition(file.name))
      .send(createReadStream(pathOf(world.filesDir, file.sha256)))
  })
}

function answerRefused(reply: FastifyReply, refused: Refused) {
  const answer: UploadAnswer = { refusal: { code: refused.code, data: refused.data } as Refusal }
  return reply.code(statusOf[transportCodes[refused.code]] ?? 409).send(answer)
}

function tooLarge(request: FastifyRequest): Refused {
  return new Refused('file_too_large', {
    name: plainFileName(nameOf(request)),
    limitMegabytes: FILE_LIMIT_MEGABYTES,
  })
}

function nameOf(request: FastifyRequest): string {
  const given = request.headers['x-file-name']
  const text = typeof given === 'string' ? given.slice(0, 2000) : ''
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) return text
    throw error
  }
}

/** RFC 6266: an ASCII name for the old, the true one beside it. */
function disposition(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `inline; filename="${plain}"; filename*=UTF-8''${encoded}`
}

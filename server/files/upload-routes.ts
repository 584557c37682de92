import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { holdsAnywhere } from '../../domain/permissions.ts'
import { limitTries } from '../infrastructure/limit-tries.ts'
import { refuse, refuseMissing } from '../infrastructure/refuse.ts'
import type { Person } from '../infrastructure/right.ts'
import type { World } from '../infrastructure/world.ts'
import { asCaller, finishUpload, isUploadOf, receiverOf, refuseBeforehand } from './resumable.ts'
import type { UploadAnswer } from './routes.ts'

type WhoAsks = (request: FastifyRequest) => Promise<{ world: World; person: Person }>

/** So many uploads a person begins within an hour. */
const beginnings = { tries: 300, windowSeconds: 3600 }

/**
 * Uploads that survive a broken connection (tus 1.0): `POST /uploads` begins one, `PATCH` and `HEAD /uploads/:id` carry
 * it on, `DELETE` gives it up, and `POST /uploads/:id/finish` makes a file of it. An upload is found by its uploader
 * alone.
 */
export function uploadRoutes(app: FastifyInstance, whoAsks: WhoAsks): void {
  app.post('/uploads', async (request, reply) => {
    const { world, person } = await whoAsks(request)
    if (!holdsAnywhere(person.grants, 'file.upload')) refuse('not_allowed', { action: 'file.upload' })
    await limitTries(world.store, 'upload', person.id, beginnings)
    const sizeBytes = Number(request.headers['upload-length'])
    await refuseBeforehand(world, person.id, { name: namedIn(request), sizeBytes })
    return receive(world, person, request, reply)
  })

  app.route<{ Params: { id: string } }>({
    method: ['HEAD', 'PATCH', 'DELETE'],
    url: '/uploads/:id',
    handler: async (request, reply) => {
      const { world, person } = await whoAsks(request)
      if (!isUploadOf(request.params.id, person.id)) refuseMissing()
      return receive(world, person, request, reply)
    },
  })

  app.post<{ Params: { id: string } }>('/uploads/:id/finish', async (request, reply) => {
    const { world, person } = await whoAsks(request)
    const call = { personId: person.id, requestId: String(request.id) }
    const answer: UploadAnswer = { file: await finishUpload(world, call, request.params.id) }
    return reply.code(201).send(answer)
  })
}

/** Hands the raw request over, with the headers that every answer of ours has. */
async function receive(world: World, person: Person, request: FastifyRequest, reply: FastifyReply) {
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined) reply.raw.setHeader(name, value)
  }
  reply.raw.setHeader('cache-control', 'no-store')
  reply.hijack()
  await asCaller(person.id, () => receiverOf(world).server.handle(request.raw, reply.raw))
}

/** The name in `Upload-Metadata`, where it can be read. */
function namedIn(request: FastifyRequest): string {
  const given = request.headers['upload-metadata']
  const encoded =
    typeof given === 'string' ? /(?:^|,)\s*filename ([A-Za-z0-9+/=]+)/.exec(given)?.[1] : undefined
  return encoded === undefined ? '' : Buffer.from(encoded, 'base64').toString('utf8')
}

import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { writeCalendarFile } from '../../domain/feeds/calendar-file.ts'
import { noteRead, type OpenedFeed, openFeed } from '../feeds/open-feed.ts'
import { limitTries } from '../infrastructure/limit-tries.ts'
import { Refused } from '../infrastructure/refuse.ts'
import type { World } from '../infrastructure/world.ts'
import { feed } from './feed.ts'

export type FeedOptions = {
  /** The worlds a token may belong to, the agency's first: a calendar program carries no cookie. */
  worlds: () => readonly World[]
  /** Where the agency's pages are, as this request reached them. */
  homeOf: (request: FastifyRequest) => string
}

const MISSES = { tries: 60, windowSeconds: 600 }

/**
 * `GET /feeds/:token.ics` gives the calendar of a feed to whoever holds its address. Missing, revoked and no longer
 * allowed get the same 404; too many reads get 429 with the time to wait.
 */
export async function feedRoutes(app: FastifyInstance, { worlds, homeOf }: FeedOptions): Promise<void> {
  app.get<{ Params: { file: string } }>('/feeds/:file', async (request, reply) => {
    reply.header('cache-control', 'private, no-cache').header('x-robots-tag', 'noindex')
    const token = /^([\w-]{43})\.ics$/.exec(request.params.file)?.[1]
    try {
      for (const world of token === undefined ? [] : worlds()) {
        const opened = await openFeed(world, token ?? '')
        if (opened !== null) return await answer(request, reply, world, opened, homeOf(request))
      }
      const [agency] = worlds()
      if (agency !== undefined) await limitTries(agency.store, 'feed miss', request.ip, MISSES)
      return await reply.code(404).type('text/plain; charset=utf-8').send('not found')
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      const seconds = 'retryAfterSeconds' in error.data ? error.data.retryAfterSeconds : null
      if (seconds === null) return reply.code(404).type('text/plain; charset=utf-8').send('not found')
      return reply.code(429).header('retry-after', seconds).type('text/plain; charset=utf-8').send('too many')
    }
  })
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  world: World,
  opened: OpenedFeed,
  home: string,
) {
  const text = writeCalendarFile(await feed(world, { ...opened, home }))
  await noteRead(world, opened.id, opened.moment)
  const tag = `"${createHash('sha256').update(text).digest('base64url')}"`
  reply.header('etag', tag)
  if (request.headers['if-none-match'] === tag) return reply.code(304).send()
  return reply
    .type('text/calendar; charset=utf-8')
    .header('content-disposition', 'inline; filename="selaras.ics"')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .send(text)
}

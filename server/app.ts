import { randomBytes } from 'node:crypto'
import compress from '@fastify/compress'
import helmet from '@fastify/helmet'
import { type FastifyTRPCPluginOptions, fastifyTRPCPlugin } from '@trpc/server/adapters/fastify'
import { TRPC_ERROR_CODES_BY_KEY } from '@trpc/server/rpc'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import type { Logger } from 'pino'
import { mayPass } from '../db/failures.ts'
import type { RefusalCode } from '../domain/refusals.ts'
import { filesRoutes } from './files/routes.ts'
import { isFromThisMachine } from './infrastructure/from-this-machine.ts'
import { isFromOwnPage } from './infrastructure/same-origin.ts'
import { transportCodes } from './infrastructure/transport.ts'
import { asTransport, type RequestContext, refusedIn } from './infrastructure/trpc.ts'
import type { Served, Worlds } from './open-worlds.ts'
import { servePage } from './page.ts'
import { visibleTo } from './publications/visible.ts'
import { feedRoutes } from './reading/feed-routes.ts'
import { planFileRoutes } from './reading/plan-file-routes.ts'
import { type AppRouter, appRouter } from './router.ts'
import type { Settings } from './settings.ts'

const BODY_LIMIT_MEGABYTES = 4
const BATCH_LIMIT = 10

/** The cookie that only the demo's sign-in sets; a request that carries it belongs to the demo. */
const DEMO_COOKIE = /(?:^|;\s*)(?:__Secure-)?selaras-demo\.session_token=[^;]/

/** A door's answer to a body that was too large to be read, in the shape in which doors refuse. */
function tooLarge(requestId: string) {
  const code: RefusalCode = 'request_too_large'
  const refusal = { code, data: { limitMegabytes: BODY_LIMIT_MEGABYTES } }
  const data = { code: transportCodes[code], httpStatus: 413, refusal, requestId }
  return { error: { message: code, code: TRPC_ERROR_CODES_BY_KEY[data.code], data } }
}

/**
 * The HTTP server over opened worlds: sign-in, doors, event stream, files, page. `close()` ends open streams first, so
 * that it does not wait for them.
 */
export async function buildApp(worlds: Worlds, settings: Settings, log: Logger): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT_MEGABYTES * 1024 * 1024,
    routerOptions: { maxParamLength: 5000 },
    trustProxy: settings.trustedProxies.length > 0 ? settings.trustedProxies : false,
    genReqId: () => randomBytes(4).toString('hex').slice(0, 6).toUpperCase(),
    forceCloseConnections: true,
  }) as unknown as FastifyInstance

  app.addHook('preClose', async () => {
    await Promise.all([worlds.agency.live.close(), worlds.openedDemo()?.live.close()])
  })

  app.addHook('onRequest', async (request, reply) => {
    const changes = request.method !== 'GET' && request.method !== 'HEAD'
    if (changes && !isFromOwnPage(request.headers, settings.publicUrl)) {
      return reply.code(403).send({ error: 'other_origin' })
    }
    // What a door answers is for this person at this moment; whatever is to be kept says so later.
    if (/^\/(trpc|api)\//.test(request.url)) reply.header('cache-control', 'no-store')
  })

  // Before anything is registered: what comes later inherits it, and Fastify's own would show the error's text.
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const status = mayPass(error) ? 503 : (error.statusCode ?? 500)
    if (status >= 500) log.error({ err: error, requestId: request.id }, 'a request failed')
    if (status === 413 && request.url.startsWith('/trpc/')) return reply.code(413).send(tooLarge(request.id))
    const said = status === 503 ? 'try_again' : status >= 500 ? 'fault' : 'bad_request'
    return reply.code(status).send({ error: said, requestId: request.id })
  })

  await app.register(helmet, {
    contentSecurityPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: settings.publicUrl?.startsWith('https:') ?? false,
    crossOriginResourcePolicy: { policy: 'same-origin' },
  })
  await app.register(compress, { encodings: ['gzip'], threshold: 1024, zlibOptions: { level: 1 } })

  app.get('/healthz', (_request, reply) => reply.type('text/plain').send('ok'))

  const servedFor = (request: FastifyRequest): Served => {
    const demo = worlds.openedDemo()
    return demo !== null && DEMO_COOKIE.test(request.headers.cookie ?? '') ? demo : worlds.agency
  }
  const contextFor = async (request: FastifyRequest, reply: FastifyReply): Promise<RequestContext> => {
    const served = servedFor(request)
    return {
      world: served.world,
      live: served.live,
      requestId: request.id,
      ipAddress: request.ip,
      userAgent: (request.headers['user-agent'] ?? '').slice(0, 300),
      isLocal: isFromThisMachine(request.ip, request.headers),
      addHeader: (name, value) => void reply.header(name, value),
      demo: worlds.demo,
      who: await asTransport(() => served.signIn.whoIs(request.headers.cookie)),
    }
  }

  await app.register(async (auth) => {
    auth.removeAllContentTypeParsers()
    auth.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) =>
      done(null, body),
    )
    auth.all('/api/auth/*', async (request, reply) => {
      const response = await servedFor(request).signIn.handle(asFetchRequest(request, settings))
      for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie)
      for (const [name, value] of response.headers) if (name !== 'set-cookie') reply.header(name, value)
      return reply.code(response.status).send(await response.text())
    })
  })

  await app.register(fastifyTRPCPlugin, {
    prefix: '/trpc',
    trpcOptions: {
      router: appRouter,
      createContext: ({ req, res }) => contextFor(req, res),
      maxBatchSize: BATCH_LIMIT,
      onError({ error, path, ctx }) {
        const facts = {
          err: refusedIn(error)?.cause ?? error.cause ?? error,
          path,
          requestId: ctx?.requestId,
        }
        if (error.code === 'SERVICE_UNAVAILABLE') log.warn(facts, 'the database did not serve a request')
        if (error.code === 'INTERNAL_SERVER_ERROR') log.error(facts, 'a request failed')
      },
    } satisfies FastifyTRPCPluginOptions<AppRouter>['trpcOptions'],
  })

  const worldOf = async (request: FastifyRequest) => {
    const served = servedFor(request)
    return { world: served.world, who: await served.signIn.whoIs(request.headers.cookie) }
  }
  await app.register(filesRoutes, { visibleTo, worldOf })
  await app.register(planFileRoutes, { worldOf })

  await app.register(feedRoutes, {
    worlds: () => [worlds.agency, worlds.openedDemo()].flatMap((served) => served?.world ?? []),
    homeOf: (request) => settings.publicUrl ?? `${request.protocol}://${request.host}`,
  })

  await servePage(app)
  return app
}

function asFetchRequest(request: FastifyRequest, settings: Settings): Request {
  const base = settings.publicUrl ?? `${request.protocol}://${request.host}`
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined && name !== 'content-length')
      headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  headers.set('x-forwarded-for', request.ip)
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD' && typeof request.body === 'string'
  return new Request(new URL(request.url, base), {
    method: request.method,
    headers,
    ...(hasBody ? { body: request.body as string } : {}),
  })
}

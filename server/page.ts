import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'

const dist = fileURLToPath(new URL('../dist', import.meta.url))

/**
 * Serves the built page: hashed files for a year, and the one document for every address that is not the server's own,
 * each time with a fresh nonce for the styles that Mantine adds.
 */
export async function servePage(app: FastifyInstance): Promise<void> {
  const file = join(dist, 'index.html')
  if (!existsSync(file)) throw new Error('The page is not built. Run "npm run build" first.')
  const template = readFileSync(file, 'utf8')

  await app.register(fastifyStatic, {
    root: dist,
    index: false,
    wildcard: false,
    setHeaders: (reply, path) => {
      reply.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      )
    },
  })

  const document = (reply: FastifyReply) => {
    const nonce = randomBytes(16).toString('base64')
    return reply
      .header('content-security-policy', pagePolicy(nonce))
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(template.replaceAll('__NONCE__', nonce))
  }
  app.get('/', (_request, reply) => document(reply))
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html')
    return wantsPage ? document(reply) : reply.code(404).send({ error: 'not_found' })
  })
}

/** What the page may load: our own files and styles under this page's nonce, nothing else, in nobody's frame. */
function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import Fastify, { type FastifyInstance } from 'fastify'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { files } from '../../../db/schema/files.ts'
import { media } from '../../../db/schema/publications.ts'
import { outbox } from '../../../db/schema/records.ts'
import { createInput } from '../../../domain/publications/input.ts'
import { addHours } from '../../../domain/time.ts'
import { filesRoutes } from '../../../server/files/routes.ts'
import { pathOf } from '../../../server/files/store-bytes.ts'
import { sweepFiles } from '../../../server/files/sweep.ts'
import { readAgency, readPerson } from '../../../server/infrastructure/command.ts'
import type { World } from '../../../server/infrastructure/world.ts'
import { create } from '../../../server/publications/create.ts'
import { visibleTo } from '../../../server/publications/visible.ts'
import { anAgency, STORY_MOMENT, type TestAgency } from '../../support/agency.ts'
import { sendUpload } from '../../support/send-upload.ts'

let scene: TestAgency
let world: World
let app: FastifyInstance
let base: string
let png: Buffer

beforeAll(async () => {
  scene = await anAgency()
  world = { ...scene.world, filesDir: await mkdtemp(join(tmpdir(), 'selaras-files-')) }
  app = Fastify()
  await app.register(filesRoutes, {
    visibleTo,
    worldOf: async (request) => {
      const personId = request.headers['x-person']
      if (typeof personId !== 'string') return { world, who: null }
      const person = await readPerson(world.store.db, personId)
      return { world, who: { person, agency: await readAgency(world.store.db), sessionId: 'test' } }
    },
  })
  base = await app.listen({ port: 0 })
  png = await anImage('#2E338C')
})
afterAll(async () => {
  await app.close()
  await rm(world.filesDir, { recursive: true })
  await scene.drop()
})
beforeEach(() => scene.at(STORY_MOMENT))

const anImage = (colour: string, kind: 'png' | 'jpeg' | 'webp' | 'gif' = 'png') =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: colour } })
    .toFormat(kind)
    .toBuffer()

const upload = (bytes: Buffer, name: string, personId = scene.people.planner.id) =>
  sendUpload(base, { 'x-person': personId }, { name, bytes })

async function uploaded(bytes: Buffer, name = 'poster.png', personId?: string) {
  const { answer } = await upload(bytes, name, personId)
  if (!('file' in answer)) throw new Error(JSON.stringify(answer))
  return answer.file
}

const get = (id: string, personId: string) =>
  app.inject({ method: 'GET', url: `/files/${id}`, headers: { 'x-person': personId } })

async function nameInPublication(fileId: string, accountId: string) {
  const input = createInput.parse({
    title: 'Bergambar',
    objective: 'promote',
    subjectClass: 'information',
    time: { kind: 'none' },
    accountIds: [accountId],
  })
  const { id } = await scene.people.planner.call(create, input)
  await scene.database.store.transaction((tx) =>
    tx.insert(media).values({ publicationId: id, fileId, position: 1, alternativeText: 'Poster' }),
  )
}

test('an image is kept byte for byte under its digest, and kind and size come from the bytes', async () => {
  const webp = await anImage('#8F5500', 'webp')
  const { status, answer } = await upload(webp, 'Poster “Gratis”.png')
  expect(status).toBe(201)
  expect(answer).toMatchObject({
    file: {
      name: 'Poster “Gratis”.png',
      mimeType: 'image/webp',
      widthPx: 40,
      heightPx: 30,
      sizeBytes: webp.byteLength,
    },
  })
  const sha256 = createHash('sha256').update(webp).digest('hex')
  expect(await readFile(pathOf(world.filesDir, sha256))).toEqual(webp)
  expect(await readdir(join(world.filesDir, 'uploads'))).toEqual([])
})

test('a page that calls itself an image is refused, and its name loses its folders', async () => {
  const html = Buffer.from('<!doctype html><script>alert(1)</script>')
  const { status, answer } = await upload(html, '../../x.png')
  expect(status).toBe(415)
  expect(answer).toEqual({ refusal: { code: 'file_not_media', data: { name: 'x.png' } } })
})

test('SVG, GIF, an empty file and a cut-off image are refused', async () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  const code = async (bytes: Buffer) => {
    const { answer } = await upload(bytes, 'a.png')
    return 'refusal' in answer ? answer.refusal.code : 'taken'
  }
  expect(await code(svg)).toBe('file_not_media')
  expect(await code(await anImage('#17703C', 'gif'))).toBe('file_not_media')
  expect(await code(Buffer.alloc(0))).toBe('file_empty')
  expect(await code(png.subarray(0, 20))).toBe('file_not_image')
  expect(await code(png.subarray(0, -20))).toBe('file_not_image')
})

test('past 10 MB an image is refused with its name', async () => {
  const { status, answer } = await upload(Buffer.concat([png, Buffer.alloc(10 * 1024 * 1024)]), 'besar.jpg')
  expect(status).toBe(413)
  expect(answer).toEqual({
    refusal: { code: 'file_too_large', data: { name: 'besar.jpg', limitMegabytes: 10 } },
  })
})

test('a small file that unfolds into too many pixels is refused', async () => {
  const wide = await sharp({
    create: { width: 8_100, height: 8_000, channels: 3, background: '#fff' },
    limitInputPixels: false,
  })
    .png({ compressionLevel: 9 })
    .toBuffer()
  const { answer } = await upload(wide, 'bom.png')
  expect(answer).toMatchObject({ refusal: { code: 'file_too_many_pixels' } })
})

test('only who may draft or works at the desk uploads', async () => {
  const { reader, administrator, contributor } = scene.people
  expect((await upload(png, 'a.png', reader.id)).status).toBe(403)
  expect((await upload(png, 'a.png', administrator.id)).status).toBe(403)
  expect((await upload(png, 'a.png', contributor.id)).status).toBe(201)
  expect((await sendUpload(base, {}, { name: 'a.png', bytes: png })).status).toBe(401)
})

test('a file that no publication names exists for its uploader alone, and no event tells of it', async () => {
  const file = await uploaded(await anImage('#B3123B'))
  expect((await get(file.id, scene.people.planner.id)).statusCode).toBe(200)
  const missing = await get('019b0000-0000-7000-8000-000000000000', scene.people.reader.id)
  const hidden = await get(file.id, scene.people.reader.id)
  expect([hidden.statusCode, hidden.body]).toEqual([404, missing.body])
  expect((await get('../../etc/passwd', scene.people.reader.id)).statusCode).toBe(404)
  expect(await scene.world.store.db.$count(outbox, eq(outbox.room, 'files'))).toBe(0)
})

test('a named file is served to whoever may see the publication, as something that cannot run', async () => {
  const file = await uploaded(await anImage('#0E5A2D'), 'Pöster "x".png')
  await nameInPublication(file.id, scene.accounts.x)
  const response = await get(file.id, scene.people.reader.id)
  expect(response.statusCode).toBe(200)
  expect(response.headers).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'content-disposition': `inline; filename="P_ster _x_.png"; filename*=UTF-8''P%C3%B6ster%20%22x%22.png`,
  })
})

test('an image of an executive draft exists for its circle alone', async () => {
  const file = await uploaded(await anImage('#EDB04A'))
  await nameInPublication(file.id, scene.accounts.executive)
  const { agent, reader, administrator, otherPlanner } = scene.people
  expect((await get(file.id, agent.id)).statusCode).toBe(200)
  for (const person of [reader, administrator, otherPlanner]) {
    expect((await get(file.id, person.id)).statusCode).toBe(404)
  }
})

test('after a day what nothing names is swept, and what a publication names stays', async () => {
  const lost = await anImage('#111111')
  const kept = await anImage('#222222')
  const lostFile = await uploaded(lost)
  const keptFile = await uploaded(kept)
  const pathOfBytes = (bytes: Buffer) =>
    pathOf(world.filesDir, createHash('sha256').update(bytes).digest('hex'))
  await nameInPublication(keptFile.id, scene.accounts.x)
  const interrupted = join(world.filesDir, 'uploads', 'interrupted')
  await writeFile(interrupted, 'half')
  const longAgo = new Date(STORY_MOMENT)
  for (const path of [pathOfBytes(lost), pathOfBytes(kept), interrupted]) await utimes(path, longAgo, longAgo)

  scene.at(addHours(STORY_MOMENT, 23))
  await sweepFiles(world)
  expect(await scene.world.store.db.$count(files, eq(files.id, lostFile.id))).toBe(1)

  scene.at(addHours(STORY_MOMENT, 25))
  await Promise.all([sweepFiles(world), sweepFiles(world)])
  expect(await scene.world.store.db.$count(files, eq(files.id, lostFile.id))).toBe(0)
  expect(await scene.world.store.db.$count(files, eq(files.id, keptFile.id))).toBe(1)
  expect(existsSync(pathOfBytes(lost))).toBe(false)
  expect(existsSync(pathOfBytes(kept))).toBe(true)
  expect(existsSync(interrupted)).toBe(false)
})

test('bytes stay while another row still holds them', async () => {
  const bytes = await anImage('#333333')
  const first = await uploaded(bytes)
  scene.at(addHours(STORY_MOMENT, 20))
  const second = await uploaded(bytes, 'sama.png')
  expect(second.id).not.toBe(first.id)
  const path = pathOf(world.filesDir, createHash('sha256').update(bytes).digest('hex'))
  await utimes(path, new Date(STORY_MOMENT), new Date(STORY_MOMENT))
  scene.at(addHours(STORY_MOMENT, 30))
  await sweepFiles(world)
  expect(await scene.world.store.db.$count(files, eq(files.id, first.id))).toBe(0)
  expect(await scene.world.store.db.$count(files, eq(files.id, second.id))).toBe(1)
  expect(existsSync(path)).toBe(true)
})

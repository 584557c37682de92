import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, utimes } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify, { type FastifyInstance } from 'fastify'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { files } from '../../../db/schema/files.ts'
import { createInput } from '../../../domain/publications/input.ts'
import { addHours } from '../../../domain/time.ts'
import { filesRoutes } from '../../../server/files/routes.ts'
import { pathOf } from '../../../server/files/store-bytes.ts'
import { sweepFiles } from '../../../server/files/sweep.ts'
import { thumbnailPath } from '../../../server/files/thumbnail.ts'
import { readAgency, readPerson } from '../../../server/infrastructure/command.ts'
import type { World } from '../../../server/infrastructure/world.ts'
import { create } from '../../../server/publications/create.ts'
import { setMedia } from '../../../server/publications/set-media.ts'
import { visibleTo } from '../../../server/publications/visible.ts'
import { aVideo, someCaptions } from '../../support/a-video.ts'
import { anAgency, STORY_MOMENT, type TestAgency } from '../../support/agency.ts'
import { beginUpload, finishUpload, offsetOf, sendPart, sendUpload } from '../../support/send-upload.ts'

let scene: TestAgency
let world: World
let app: FastifyInstance
let base: string

beforeAll(async () => {
  scene = await anAgency()
  world = { ...scene.world, filesDir: await mkdtemp(join(tmpdir(), 'selaras-uploads-')) }
  app = Fastify()
  await app.register(filesRoutes, {
    visibleTo,
    worldOf: async (asked) => {
      const personId = asked.headers['x-person']
      if (typeof personId !== 'string') return { world, who: null }
      const person = await readPerson(world.store.db, personId)
      return { world, who: { person, agency: await readAgency(world.store.db), sessionId: 'test' } }
    },
  })
  base = await app.listen({ port: 0 })
})
afterAll(async () => {
  await app.close()
  await rm(world.filesDir, { recursive: true })
  await scene.drop()
})
beforeEach(() => scene.at(STORY_MOMENT))

const as = (person: { id: string }) => ({ 'x-person': person.id })
const planner = () => as(scene.people.planner)
const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const get = (path: string, headers: Record<string, string>) => fetch(`${base}/files/${path}`, { headers })

async function kept(bytes: Buffer, name: string, headers = planner()) {
  const { answer } = await sendUpload(base, headers, { name, bytes })
  if (!('file' in answer)) throw new Error(JSON.stringify(answer))
  return answer.file
}

/** Announces all that is left, sends a part of it and breaks the connection off. */
async function breakOff(address: string, bytes: Buffer, from: number, until: number): Promise<void> {
  const cut = request(address, {
    method: 'PATCH',
    headers: {
      ...planner(),
      'tus-resumable': '1.0.0',
      'upload-offset': from,
      'content-type': 'application/offset+octet-stream',
      'content-length': bytes.byteLength - from,
    },
  })
  cut.on('error', () => undefined)
  await new Promise<void>((resolve) => cut.write(bytes.subarray(from, until), () => resolve()))
  await vi.waitFor(async () => {
    expect((await readFile(uploadPath(address))).byteLength).toBe(until)
  })
  const closed = new Promise((resolve) => cut.once('close', resolve))
  cut.destroy()
  await closed
}

const uploadPath = (address: string) => join(world.filesDir, 'uploads', address.split('/').at(-1) ?? '')

describe('an upload that breaks off', () => {
  test('goes on where it stopped, twice, and is the file byte for byte', async () => {
    const video = await aVideo({ sizeBytes: 3_000_000, widthPx: 1080, heightPx: 1920, seconds: 12 })
    const given = { name: 'Cuplikan “a”.mp4', sizeBytes: video.byteLength }
    const { address } = await beginUpload(base, planner(), given)
    if (address === null) throw new Error('no upload began')
    await breakOff(address, video, 0, 1_000_000)
    expect(await offsetOf(address, planner())).toBe(1_000_000)
    await breakOff(address, video, 1_000_000, 2_000_000)
    expect(await offsetOf(address, planner())).toBe(2_000_000)
    const rest = await sendPart(address, planner(), 2_000_000, new Uint8Array(video.subarray(2_000_000)))
    expect(rest.status).toBe(204)
    const { status, answer } = await finishUpload(address, planner())
    expect(status).toBe(201)
    expect(answer).toMatchObject({
      file: {
        name: 'Cuplikan “a”.mp4',
        mimeType: 'video/mp4',
        widthPx: 1080,
        heightPx: 1920,
        durationMs: 12_000,
        sizeBytes: video.byteLength,
      },
    })
    const stored = await readFile(pathOf(world.filesDir, sha256Of(video)))
    expect(stored.equals(video)).toBe(true)
    expect(existsSync(uploadPath(address))).toBe(false)
  })

  test('takes nothing at a place where it does not stand', async () => {
    const video = await aVideo({ seed: 2 })
    const { address } = await beginUpload(base, planner(), { name: 'a.mp4', sizeBytes: video.byteLength })
    const wrong = await sendPart(address ?? '', planner(), 10, new Uint8Array(video.subarray(10)))
    expect(wrong.status).toBe(409)
    expect(await offsetOf(address ?? '', planner())).toBe(0)
  })

  test('is no file before it is whole, and finishing it twice, at once too, gives one', async () => {
    const video = await aVideo({ seed: 3 })
    const { address } = await beginUpload(base, planner(), { name: 'a.mp4', sizeBytes: video.byteLength })
    if (address === null) throw new Error('no upload began')
    expect((await finishUpload(address, planner())).status).toBe(404)
    await sendPart(address, planner(), 0, new Uint8Array(video))
    const [first, atOnce] = await Promise.all([
      finishUpload(address, planner()),
      finishUpload(address, planner()),
    ])
    expect(first.status).toBe(201)
    expect(atOnce).toEqual(first)
    expect((await finishUpload(address, planner())).answer).toEqual(first.answer)
    const digest = sha256Of(video)
    const rows = await world.store.db.select().from(files)
    expect(rows.filter((row) => row.sha256 === digest)).toHaveLength(1)
  })

  test('is found by nobody but who began it', async () => {
    const video = await aVideo({ seed: 4 })
    const { address } = await beginUpload(base, planner(), { name: 'a.mp4', sizeBytes: video.byteLength })
    if (address === null) throw new Error('no upload began')
    const other = as(scene.people.secondPlanner)
    expect(await offsetOf(address, other)).toBeNull()
    expect((await sendPart(address, other, 0, new Uint8Array(video))).status).toBe(404)
    const away = await fetch(address, { method: 'DELETE', headers: { ...other, 'tus-resumable': '1.0.0' } })
    expect(away.status).toBe(404)
    expect((await finishUpload(address, other)).status).toBe(404)
    expect((await sendPart(address, {}, 0, new Uint8Array(video))).status).toBe(401)
    expect(await offsetOf(address, planner())).toBe(0)
    for (const odd of ['..%2f..%2fetc%2fpasswd', `${scene.people.planner.id}-..`, 'a.json']) {
      expect(await offsetOf(`${base}/uploads/${odd}`, planner())).toBeNull()
    }
  })

  test('is given up for good by who began it', async () => {
    const { address } = await beginUpload(base, planner(), { name: 'a.mp4', sizeBytes: 100 })
    const headers = { ...planner(), 'tus-resumable': '1.0.0' }
    expect((await fetch(address ?? '', { method: 'DELETE', headers })).status).toBe(204)
    expect(await offsetOf(address ?? '', planner())).toBeNull()
  })

  test('is swept a day after it was last heard of', async () => {
    const { address } = await beginUpload(base, planner(), { name: 'a.mp4', sizeBytes: 100 })
    const paths = [uploadPath(address ?? ''), `${uploadPath(address ?? '')}.json`]
    const then = new Date(STORY_MOMENT)
    for (const path of paths) await utimes(path, then, then)
    scene.at(addHours(STORY_MOMENT, 23))
    await sweepFiles(world)
    expect(paths.map((path) => existsSync(path))).toEqual([true, true])
    scene.at(addHours(STORY_MOMENT, 25))
    await sweepFiles(world)
    expect(paths.map((path) => existsSync(path))).toEqual([false, false])
    expect(await offsetOf(address ?? '', planner())).toBeNull()
  })

  test('is refused past twenty at once, for that person alone', async () => {
    const contributor = as(scene.people.contributor)
    const begin = (headers: Record<string, string>) =>
      beginUpload(base, headers, { name: 'a.mp4', sizeBytes: 10 })
    for (let nth = 0; nth < 20; nth++) expect((await begin(contributor)).response.status).toBe(201)
    const { response } = await begin(contributor)
    expect(response.status).toBe(429)
    expect(await response.json()).toEqual({ refusal: { code: 'uploads_too_many', data: { limit: 20 } } })
    expect((await begin(as(scene.people.secondPlanner))).response.status).toBe(201)
  })
})

describe('what is no image, video or captions', () => {
  const html = Buffer.from('<!doctype html><script>alert(1)</script><!-- x --> y')

  async function refusedOf(bytes: Buffer, name: string) {
    const before = await readdir(world.filesDir, { recursive: true })
    const rows = await world.store.db.$count(files)
    const { answer } = await sendUpload(base, planner(), { name, bytes })
    expect(await world.store.db.$count(files)).toBe(rows)
    expect(await readdir(world.filesDir, { recursive: true })).toEqual(before)
    return 'refusal' in answer ? answer.refusal : null
  }

  test.each([
    ['a page named .mp4', async () => html, 'rapat.mp4', 'file_not_media'],
    ['a page named .webm', async () => html, 'rapat.webm', 'file_not_media'],
    ['a page named .vtt', async () => html, 'rapat.vtt', 'captions_unreadable'],
    [
      'an MP4 without its index',
      async () => (await aVideo()).subarray(0, 200),
      'rapat.mp4',
      'video_unreadable',
    ],
    [
      'a WebM cut in its head',
      async () => (await aVideo({ kind: 'webm' })).subarray(0, 90),
      'a.webm',
      'video_unreadable',
    ],
    [
      'a video that says it is 10,000 pixels each way',
      async () => aVideo({ widthPx: 10_000, heightPx: 10_000 }),
      'bom.mp4',
      'file_too_many_pixels',
    ],
    [
      'an image of 42 million pixels drawn in passes',
      async () =>
        sharp({ create: { width: 7000, height: 6000, channels: 3, background: '#fff' } })
          .jpeg({ progressive: true })
          .toBuffer(),
      'bom.jpg',
      'file_too_many_pixels',
    ],
    ['captions without one cue', async () => Buffer.from('WEBVTT\n\nhalo'), 'a.vtt', 'captions_unreadable'],
    [
      'captions that are no text',
      async () => Buffer.from([0xff, 0x00, 0x80, 0x81]),
      'a.srt',
      'captions_unreadable',
    ],
    ['captions past 1 MB', async () => Buffer.alloc(1_048_577, 'a'), 'a.srt', 'file_too_large'],
  ])('%s is refused with a sentence, and nothing of it is stored', async (_name, bytes, name, code) => {
    expect((await refusedOf(await bytes(), name))?.code).toBe(code)
  })

  test('past 512 MB it is refused before a byte travels', async () => {
    const { response } = await beginUpload(base, planner(), { name: 'x.mp4', sizeBytes: 536_870_913 })
    expect(response.status).toBe(413)
    expect(await response.json()).toEqual({
      refusal: { code: 'file_too_large', data: { name: 'x.mp4', limitMegabytes: 512 } },
    })
  })
})

describe('what was kept', () => {
  test('is given in part to who plays a video, as something that cannot run', async () => {
    const video = await aVideo({ seed: 7, sizeBytes: 20_000 })
    const file = await kept(video, 'a.mp4')
    const part = await get(file.id, { ...planner(), range: 'bytes=1000-1999' })
    expect(part.status).toBe(206)
    expect(part.headers.get('content-range')).toBe(`bytes 1000-1999/${video.byteLength}`)
    expect(Buffer.from(await part.arrayBuffer()).equals(video.subarray(1000, 2000))).toBe(true)
    expect(part.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(part.headers.get('x-content-type-options')).toBe('nosniff')
    const whole = await get(file.id, planner())
    expect([whole.status, whole.headers.get('accept-ranges')]).toEqual([200, 'bytes'])
    expect(Buffer.from(await whole.arrayBuffer()).equals(video)).toBe(true)
    expect((await get(file.id, { ...planner(), range: 'bytes=999999999-' })).status).toBe(416)
    expect((await get(`${file.id}/thumbnail`, planner())).status).toBe(404)
  })

  test('is shown small, at most 320 pixels each way, without what the camera wrote into it', async () => {
    const photo = await sharp({ create: { width: 1600, height: 900, channels: 3, background: '#2E338C' } })
      .withExif({ IFD0: { Copyright: 'Rahasia' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const file = await kept(photo, 'foto.jpg')
    expect([file.widthPx, file.heightPx]).toEqual([900, 1600])
    expect(existsSync(thumbnailPath(world.filesDir, sha256Of(photo)))).toBe(true)
    const draw = async () => {
      const response = await get(`${file.id}/thumbnail`, planner())
      expect(response.headers.get('cache-control')).toBe('private, max-age=3600')
      expect(response.headers.get('content-type')).toBe('image/webp')
      const drawn = await sharp(Buffer.from(await response.arrayBuffer())).metadata()
      return { width: drawn.width, height: drawn.height, exif: drawn.exif }
    }
    expect(await draw()).toEqual({ width: 180, height: 320, exif: undefined })
    await rm(thumbnailPath(world.filesDir, sha256Of(photo)))
    expect(await draw()).toMatchObject({ width: 180, height: 320 })
  })

  test('captions are kept as they are and given to browsers as WebVTT', async () => {
    const srt = Buffer.from('1\r\n00:00:01,000 --> 00:00:02,500\r\nHalo\r\n')
    const file = await kept(srt, 'a.srt')
    expect(file.mimeType).toBe('application/x-subrip')
    const stored = await get(file.id, planner())
    expect(stored.headers.get('content-disposition')).toMatch(/^attachment/)
    expect(Buffer.from(await stored.arrayBuffer()).equals(srt)).toBe(true)
    const shown = await get(`${file.id}/captions`, planner())
    expect(shown.headers.get('content-type')).toBe('text/vtt; charset=utf-8')
    expect(await shown.text()).toBe('WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nHalo\n')
  })

  test('of an executive draft, video, captions, cover and small picture exist for its circle alone', async () => {
    const { reader, administrator, otherPlanner, planner: writer } = scene.people
    const video = await kept(await aVideo({ seed: 9 }), 'rahasia.mp4')
    const captions = await kept(Buffer.from(someCaptions), 'rahasia.vtt')
    const image = await kept(await aPicture('#B3123B'), 'rahasia.png')
    const poster = await kept(await aPicture('#0E5A2D'), 'sampul.png')
    const input = createInput.parse({
      title: 'Rahasia',
      objective: 'promote',
      subjectClass: 'information',
      time: { kind: 'none' },
      accountIds: [scene.accounts.executive],
    })
    const { id, version } = await writer.call(create, input)
    await writer.call(setMedia, {
      publicationId: id,
      variantId: null,
      version,
      images: [
        { fileId: video.id, alternativeText: '', captionsFileId: captions.id, posterFileId: poster.id },
        { fileId: image.id, alternativeText: 'Poster' },
      ],
    })
    const small = [image, poster].map((one) => `${one.id}/thumbnail`)
    const paths = [video.id, captions.id, `${captions.id}/captions`, image.id, poster.id, ...small]
    for (const path of paths) {
      const missing = await get('019b0000-0000-7000-8000-000000000000', as(reader))
      for (const person of [reader, administrator, otherPlanner]) {
        const hidden = await get(path, as(person))
        expect([hidden.status, await hidden.text()]).toEqual([404, await missing.clone().text()])
      }
      expect((await get(path, planner())).status, path).toBe(200)
    }
  })

  test('captions and a cover that a publication names stay, a day after and later', async () => {
    const { planner: writer } = scene.people
    const video = await kept(await aVideo({ seed: 11 }), 'a.mp4')
    const captions = await kept(Buffer.from(`${someCaptions}\n`), 'a.vtt')
    const poster = await kept(await aPicture('#2E338C'), 'sampul.png')
    const lost = await kept(Buffer.from(`${someCaptions}\n\n`), 'b.vtt')
    const input = createInput.parse({
      title: 'Bertakarir',
      objective: 'promote',
      subjectClass: 'information',
      time: { kind: 'none' },
      accountIds: [scene.accounts.x],
    })
    const { id, version } = await writer.call(create, input)
    await writer.call(setMedia, {
      publicationId: id,
      variantId: null,
      version,
      images: [
        { fileId: video.id, alternativeText: '', captionsFileId: captions.id, posterFileId: poster.id },
      ],
    })
    scene.at(addHours(STORY_MOMENT, 50))
    await sweepFiles(world)
    const left = (await world.store.db.select({ id: files.id }).from(files)).map((row) => row.id)
    expect(left).toEqual(expect.arrayContaining([video.id, captions.id, poster.id]))
    expect(left).not.toContain(lost.id)
  })
})

const aPicture = (background: string) =>
  sharp({ create: { width: 50, height: 50, channels: 3, background } })
    .png()
    .toBuffer()

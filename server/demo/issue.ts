import { eq } from 'drizzle-orm'
import { issues } from '../../db/schema/issues.ts'
import { clock } from '../../domain/language/format.ts'
import { addMinutes } from '../../domain/time.ts'
import { count } from '../answers/count.ts'
import { logQuestion } from '../answers/log-question.ts'
import { write } from '../answers/write.ts'
import { addReading } from '../issues/add-reading.ts'
import { close } from '../issues/close.ts'
import { edit } from '../issues/edit.ts'
import { hold } from '../issues/hold.ts'
import { markLibraryChecked } from '../issues/mark-library-checked.ts'
import { note } from '../issues/note.ts'
import { record } from '../issues/record.ts'
import { respond } from '../issues/respond.ts'
import { type DemoName, ZONE } from './cast.ts'
import type { EntryKey } from './past.ts'
import type { plotter } from './plot.ts'
import type { Stage } from './stage.ts'

/** Today's chain: from questions at the desk to the third level, a holding statement, and a Minister who is waited for. */
export function playIssue(
  stage: Stage,
  plan: ReturnType<typeof plotter>,
  entries: Record<EntryKey, string>,
): void {
  const { told, scene, does, cast } = stage
  let issueId = ''

  const change = async (who: DemoName, changes: Record<string, unknown>) => {
    const [row] = await stage.tx.select().from(issues).where(eq(issues.id, issueId))
    await does(who, edit, { issueId, version: row?.version ?? 1, changes })
  }
  const reading = (at: string, who: DemoName, counts: Record<string, unknown>) =>
    scene(told(at), () => does(who, addReading, { issueId, reading: { deskBaseline: 10, ...counts } }))

  scene(told('07:55'), async () => {
    const made = await does('yohanes', record, {
      title: 'Pungutan Rp50.000 saat pendaftaran bantuan',
      content:
        'Video warga menunjukkan petugas meminta Rp50.000 “biaya berkas” saat pendaftaran di kantor desa.',
      context:
        'Pendaftaran gelombang II dibuka lima hari lagi. Tahun lalu ada dua kasus serupa. Kementerian sudah menyatakan pendaftaran gratis.',
      publicInterest:
        'Warga berpenghasilan rendah yang akan mendaftar; mereka dapat kehilangan uang dan kepercayaan.',
      links: 'https://x.example/warga/1\nhttps://tiktok.example/warga/2\nhttps://tiktok.example/warga/3',
      reading: {
        issueCount: 120,
        reachPeople: 8_000,
        deskQuestions: 12,
        deskBaseline: 10,
        sources: { issueCount: 'Pemantauan media sosial pukul 07.30', desk: 'Catatan meja jawab' },
      },
    })
    issueId = made.id
  })
  scene(told('08:05'), () => does('nur', markLibraryChecked, { issueId }))
  scene(told('08:12'), () =>
    change('nur', { ownerId: cast.people.dimas, canonicalPage: 'https://contoh.example/gratis' }),
  )
  reading('08:20', 'yohanes', {
    issueCount: 310,
    opinionLeaderCount: 1,
    reachPeople: 40_000,
    deskQuestions: 22,
  })
  reading('08:40', 'made', {
    issueCount: 640,
    opinionLeaderCount: 3,
    reachPeople: 120_000,
    deskQuestions: 26,
    press: 'local',
    sources: { opinionLeaders: 'Tiga akun dengan lebih dari 100.000 pengikut' },
  })
  reading('09:10', 'dimas', {
    issueCount: 1_120,
    opinionLeaderCount: 3,
    reachPeople: 450_000,
    deskQuestions: 41,
    press: 'national',
    sources: { press: 'Dua media nasional, pukul 08.55 dan 09.05' },
  })
  scene(told('09:12'), () => does('dimas', note, { issueId, body: 'Pimpinan diberi tahu lewat ponsel.' }))

  const holding = plan({
    title: 'Pernyataan awal: pendaftaran gratis',
    objective: 'protect',
    subjectClass: 'clarification',
    accounts: ['x', 'tiktok'],
    text: 'Pendaftaran Bantuan Renovasi Rumah tidak dipungut biaya, daring maupun di kantor desa. Bila Anda dimintai uang, jangan dibayar dan laporkan ke contoh.example/lapor.',
    picture: ['tameng', 'Gambar tameng dengan tulisan “Pendaftaran gratis”.'],
    by: 'dimas',
    writtenAt: told('09:14'),
    at: told('09:50'),
  })
  let freeId = ''
  scene(told('09:20'), () =>
    does('dimas', respond, { issueId, kind: 'holding', publicationId: holding.id() }),
  )
  scene(told('09:24'), async () => {
    const made = await does('dimas', write, {
      question: 'Ada yang minta uang 50 ribu saat mendaftar. Apakah benar ada biaya?',
      answer:
        'Pendaftaran tidak dipungut biaya, daring maupun di kantor desa. Jangan dibayar, laporkan ke contoh.example/lapor.',
      voiceAnswer:
        'Tidak ada biaya, Bapak atau Ibu. Pendaftaran Bantuan Renovasi Rumah gratis, baik daring maupun di kantor desa. Kalau ada yang meminta uang, mohon jangan dibayar. Saya bantu catat laporannya sekarang: di mana dan kapan kejadiannya?',
      socialAnswer: 'Halo, Kak. Pendaftaran gratis. Jangan dibayar ya, laporkan ke contoh.example/lapor.',
      notToSay: 'Nama petugas atau daerah. Pemeriksaan belum selesai.',
      source: 'Peraturan Menteri Contoh 12 Tahun 2026, pasal 9',
      verifierId: cast.people.wayan,
      validUntil: addMinutes(told('09:10'), 24 * 60),
      publicationId: holding.id(),
    })
    freeId = made.id
  })
  holding
    .brief(told('09:28'), 'dimas', () => ({
      summary: 'Menyatakan bahwa pendaftaran gratis dan cara melaporkan pungutan.',
      keyMessages: ['Pendaftaran gratis di mana pun.', 'Jangan dibayar, laporkan.'],
      notToSay: ['Nama petugas atau daerah. Pemeriksaan belum selesai.'],
      entries: [{ entryId: freeId }, { entryId: entries.report }],
      escalationContact: 'Wayan Suteja, Tim Program, pesawat 214',
    }))
    .submit(told('09:31'))
    .sign(told('09:38'))
    .approve(told('09:41'))
    .read(told('09:45'), 'yohanes', 'made')
    .due()
    .confirmed(told('09:52'))

  const minister = plan({
    title: 'Menteri: pendaftaran tanpa biaya',
    objective: 'protect',
    subjectClass: 'clarification',
    accounts: ['ministerX', 'ministerInstagram'],
    text: 'Saya menerima laporan ada pungutan Rp50.000 saat warga mendaftar Bantuan Renovasi Rumah. Saya tegaskan: pendaftaran tidak dipungut biaya, daring maupun di kantor desa. Bila Bapak/Ibu dimintai uang, laporkan ke contoh.example/lapor.',
    picture: ['tameng', 'Gambar tameng dengan tulisan “Pendaftaran gratis”.'],
    by: 'sekar',
    writtenAt: told('09:16'),
    at: told('16:00'),
  })
    .brief(told('09:26'), 'sekar', () => ({
      summary: 'Menteri menegaskan bahwa pendaftaran gratis.',
      keyMessages: ['Pendaftaran tidak dipungut biaya.', 'Identitas pelapor dilindungi.'],
      notToSay: ['Nama petugas atau daerah. Pemeriksaan belum selesai.'],
      entries: [{ entryId: entries.report }],
      escalationContact: 'Lestari Ginting, sekretariat Menteri',
    }))
    .submit(told('09:33'))
    .sign(told('09:43'))
    .approve(told('09:46'))
    .read(told('09:55'), 'made')
    .rewrite(
      told('09:58'),
      'sekar',
      'Saya menerima laporan ada pungutan Rp50.000 saat warga mendaftar Bantuan Renovasi Rumah. Saya tegaskan: pendaftaran tidak dipungut biaya, daring maupun di kantor desa. Bila Bapak/Ibu dimintai uang, laporkan ke contoh.example/lapor. Identitas pelapor kami lindungi.',
    )
    .submit(told('10:00'))
    .approve(told('10:08'))
  scene(told('10:10'), () =>
    does('dimas', respond, { issueId, kind: 'holding', publicationId: minister.id() }),
  )

  const full = plan({
    title: 'Pendaftaran gratis, ini cara melaporkan pungutan',
    objective: 'protect',
    subjectClass: 'clarification',
    accounts: ['x', 'tiktok', 'instagram', 'website'],
    text: 'Pendaftaran Bantuan Renovasi Rumah gratis. Bila dimintai uang: jangan dibayar, catat tempat dan waktunya, lalu laporkan ke contoh.example/lapor. Identitas Anda kami lindungi.',
    by: 'dimas',
    link: 'https://contoh.example/lapor',
    writtenAt: told('10:05'),
    at: stage.on(1, '08:30'),
  })
    .brief(told('10:07'), 'dimas', () => ({
      summary: 'Cara melaporkan pungutan, langkah demi langkah.',
      entries: [{ entryId: entries.report }],
    }))
    .ask(told('10:12'), 'yohanes', 'Berapa lama laporan ditindaklanjuti?')
    .ask(told('10:14'), 'made', 'Apakah pelapor harus menyebut nama?')
  scene(told('10:06'), () => does('dimas', respond, { issueId, kind: 'full', publicationId: full.id() }))
  reading('10:09', 'yohanes', {
    issueCount: 1_840,
    opinionLeaderCount: 4,
    reachPeople: 1_200_000,
    deskQuestions: 58,
    press: 'national',
  })
  scene(told('10:11'), () => {
    const promised = clock(told('13:00'), { language: 'id', zone: ZONE })
    return does('dimas', note, { issueId, body: `Kabar berikutnya dijanjikan pukul ${promised}.` })
  })

  playDesk(stage, () => freeId, entries)
  playOtherIssues(stage)
  scene(told('10:15'), async () => {
    const held = await stage.publicationTitled('Layanan Sabtu')
    await does('dimas', hold, { issueId, publicationIds: [held] })
  })
}

/** What callers asked this morning, counted as it came. */
function playDesk(stage: Stage, freeId: () => string, entries: Record<EntryKey, string>): void {
  const { told, scene, does } = stage
  const asked = (at: string, who: DemoName, id: () => string, times: number) =>
    scene(told(at), async () => {
      for (let each = 0; each < times; each++) await does(who, count, { entryId: id() })
    })
  asked('08:30', 'yohanes', () => entries.report, 9)
  asked('09:40', 'made', () => entries.report, 12)
  asked('10:02', 'yohanes', freeId, 16)
  asked('10:16', 'made', freeId, 21)
  asked('10:17', 'yohanes', () => entries.certificate, 4)
  for (const [at, who] of [
    ['08:50', 'yohanes'],
    ['09:20', 'made'],
    ['09:36', 'yohanes'],
    ['09:57', 'made'],
    ['10:10', 'yohanes'],
    ['10:18', 'made'],
  ] as const) {
    scene(told(at), () => does(who, logQuestion, { text: 'Sudah telanjur bayar, apakah uangnya kembali?' }))
  }
}

/** One issue that went quiet with a reason, and one that is still small. */
function playOtherIssues(stage: Stage): void {
  const { on, scene, does, cast } = stage
  let posterId = ''
  scene(on(-4, '09:00'), async () => {
    const made = await does('made', record, {
      title: 'Warna poster dianggap mirip partai',
      content: 'Beberapa akun menyebut warna poster gelombang I mirip warna sebuah partai.',
      context: 'Poster itu sudah tidak dipakai sejak bulan lalu.',
      reading: { issueCount: 14, reachPeople: 900, deskQuestions: 1, deskBaseline: 10 },
    })
    posterId = made.id
  })
  scene(on(-4, '09:30'), async () => {
    await does('nur', markLibraryChecked, { issueId: posterId })
    const [row] = await stage.tx.select().from(issues).where(eq(issues.id, posterId))
    const changes = { ownerId: cast.people.sekar }
    await does('nur', edit, { issueId: posterId, version: row?.version ?? 1, changes })
  })
  scene(on(-3, '10:00'), () =>
    does('sekar', respond, {
      issueId: posterId,
      kind: 'none',
      reason: 'Empat belas penyebutan dalam dua hari dan tidak bertambah. Menanggapi justru membesarkannya.',
    }),
  )
  scene(on(-2, '16:30'), () =>
    does('sekar', close, {
      issueId: posterId,
      reason: 'Tidak ditanggapi; tidak ada penyebutan baru sejak kemarin.',
    }),
  )
  scene(on(-1, '13:40'), async () => {
    const made = await does('made', record, {
      title: 'Situs pendaftaran lambat dibuka dari daerah',
      content: 'Warga di tiga kabupaten menyebut situs lambat pada malam hari.',
      reading: { issueCount: 38, reachPeople: 4_000, deskQuestions: 11, deskBaseline: 10 },
    })
    await does('nur', markLibraryChecked, { issueId: made.id })
  })
}

import { dayAndMonth } from '../../domain/language/format.ts'
import { addMinutes } from '../../domain/time.ts'
import { confirm } from '../answers/confirm.ts'
import { count } from '../answers/count.ts'
import { withdraw } from '../answers/withdraw.ts'
import { write } from '../answers/write.ts'
import { cancel } from '../publications/cancel.ts'
import { notPosted } from '../publishing/not-posted.ts'
import { withdrawPost } from '../publishing/withdraw-post.ts'
import { type DemoName, ZONE } from './cast.ts'
import type { plotter } from './plot.ts'
import type { Stage } from './stage.ts'

export type EntryKey =
  | 'rented'
  | 'certificate'
  | 'broker'
  | 'copies'
  | 'report'
  | 'announcement'
  | 'survey'
  | 'postOffice'

type Written = {
  question: string
  answer: string
  validUntil?: string
  source?: string
  voiceAnswer?: string
}

/** The library as it grew before the story: two of its answers no longer hold. Gives the ids once they are written. */
export function writeLibrary(stage: Stage): Record<EntryKey, string> {
  const ids = {} as Record<EntryKey, string>
  const source = 'Peraturan Menteri Contoh 12 Tahun 2026, pasal 9'
  const until = stage.on(53, '23:59')
  const entries: Record<EntryKey, Written> = {
    rented: {
      question: 'Apakah rumah kontrakan bisa didaftarkan?',
      answer: 'Tidak. Rumah harus milik sendiri dan ditempati.',
      validUntil: until,
    },
    certificate: {
      question: 'Kalau tidak punya sertifikat, pakai apa?',
      answer: 'Surat keterangan tanah dari desa atau kelurahan diterima.',
      validUntil: until,
    },
    broker: {
      question: 'Apakah bayar lewat jasa pengurus diperbolehkan?',
      answer: 'Tidak. Pendaftaran tidak dapat diwakilkan atau dikuasakan.',
      validUntil: until,
    },
    copies: {
      question: 'Apakah fotokopi berkas di desa dikenai biaya?',
      answer: 'Fotokopi bukan bagian dari pendaftaran. Berkas cukup difoto dengan ponsel.',
      validUntil: until,
    },
    report: {
      question: 'Ke mana melaporkan pungutan?',
      answer:
        'Laporkan ke contoh.example/lapor atau ke petugas yang sedang Anda hubungi. Sebutkan tempat dan waktu kejadian.',
      voiceAnswer:
        'Bapak atau Ibu dapat melapor lewat saya sekarang, atau lewat contoh.example garis miring lapor. Di mana dan kapan kejadiannya?',
      validUntil: until,
    },
    announcement: {
      question: 'Kapan penerima bantuan diumumkan?',
      answer:
        'Tiga puluh hari setelah pendaftaran ditutup, di situs kementerian dan lewat pesan kepada pendaftar.',
      validUntil: until,
    },
    survey: {
      question: 'Berapa biaya survei rumah?',
      answer: 'Survei gelombang I dilakukan tanpa biaya oleh petugas kabupaten.',
      validUntil: stage.on(-9, '23:59'),
    },
    postOffice: {
      question: 'Apakah pendaftaran bisa lewat kantor pos?',
      answer: 'Bisa, di kantor pos kabupaten pada hari kerja.',
    },
  }
  for (const [place, [key, entry]] of (Object.entries(entries) as [EntryKey, Written][]).entries()) {
    const at = addMinutes(stage.on(-24, '09:00'), place * 9)
    stage.scene(at, async () => {
      const verifierId = stage.cast.people.wayan
      const made = await stage.does('dimas', write, {
        ...entry,
        source,
        verifierId,
        unitId: stage.cast.bureauId,
      })
      ids[key] = made.id
      await stage.does('wayan', confirm, { entryId: made.id, wordingSeen: made.wordingHash })
    })
  }
  stage.scene(stage.on(-6, '10:10'), () => stage.does('wayan', withdraw, { entryId: ids.postOffice }))
  for (const [days, who, key, times] of [
    [-5, 'yohanes', 'rented', 6],
    [-4, 'made', 'certificate', 4],
    [-2, 'yohanes', 'announcement', 7],
    [-1, 'made', 'certificate', 9],
    [-1, 'yohanes', 'report', 3],
  ] satisfies [number, DemoName, EntryKey, number][]) {
    stage.scene(stage.on(days, '11:00'), async () => {
      for (let each = 0; each < times; each++) await stage.does(who, count, { entryId: ids[key] })
    })
  }
  return ids
}

/** What went out in the days before, one of it only in part and one withdrawn again. */
export function playPast(
  stage: Stage,
  plan: ReturnType<typeof plotter>,
  entries: Record<EntryKey, string>,
): void {
  const { on } = stage
  const opens = dayAndMonth(stage.day(5), { language: 'id', zone: ZONE })

  plan({
    title: 'Rekap layanan pekan lalu',
    objective: 'promote',
    subjectClass: 'information',
    accounts: ['instagram', 'x'],
    text: 'Sepekan ini 4.120 warga kami layani. Terima kasih sudah menunggu dengan sabar.',
    picture: ['berkas', 'Ringkasan layanan pekan lalu: 4.120 warga dilayani.'],
    by: 'dimas',
    writtenAt: on(-11, '10:00'),
    at: on(-9, '10:00'),
  })
    .submit(on(-11, '11:00'))
    .approve(on(-11, '14:10'))
    .due()
    .confirmed(on(-9, '10:06'))

  plan({
    title: `Pendaftaran dibuka ${opens}`,
    objective: 'promote',
    subjectClass: 'service_change',
    accounts: ['instagram', 'x', 'facebook'],
    text: `Pendaftaran Bantuan Renovasi Rumah gelombang II dibuka ${opens}. Gratis, daring, tidak dapat diwakilkan. contoh.example/brr`,
    picture: ['rumah', `Gambar rumah dengan tulisan “Pendaftaran dibuka ${opens}”.`],
    by: 'sekar',
    inCampaign: true,
    writtenAt: on(-12, '09:00'),
    at: on(-8, '09:00'),
  })
    .brief(on(-11, '09:30'), 'sekar', () => ({
      summary: `Mengumumkan tanggal pembukaan: ${opens}. Pendaftaran daring dan gratis.`,
      keyMessages: ['Pendaftaran gratis.', 'Tidak dapat diwakilkan.'],
      notToSay: ['Jumlah kuota per kabupaten. Angkanya belum ditetapkan.'],
      entries: [{ entryId: entries.rented }, { entryId: entries.broker }],
      escalationContact: 'Wayan Suteja, Tim Program, pesawat 214',
    }))
    .sign(on(-10, '09:15'))
    .read(on(-10, '10:00'), 'yohanes', 'made')
    .submit(on(-10, '11:00'))
    .approve(on(-10, '13:20'))
    .due()
    .confirmed(on(-8, '09:04'))

  plan({
    title: 'Tanya jawab langsung I',
    objective: 'promote',
    subjectClass: 'event',
    accounts: ['youtube'],
    text: 'Tanya jawab langsung tentang syarat bantuan, bersama Tim Program.',
    own: { youtube: { headline: 'Tanya jawab langsung: syarat Bantuan Renovasi Rumah' } },
    by: 'dimas',
    inCampaign: true,
    writtenAt: on(-12, '15:00'),
    at: on(-7, '19:00'),
  })
    .submit(on(-11, '15:10'))
    .approve(on(-10, '15:00'))
    .due()
    .confirmed(on(-7, '19:05'))

  const clarified = plan({
    title: 'Klarifikasi jadwal kantor pos',
    objective: 'protect',
    subjectClass: 'clarification',
    accounts: ['x'],
    text: 'Pendaftaran hanya lewat situs contoh.example/brr. Kantor pos tidak menerima berkas pendaftaran.',
    by: 'sekar',
    writtenAt: on(-7, '09:00'),
    at: on(-6, '11:30'),
  })
    .brief(on(-7, '09:40'), 'sekar', {
      summary: 'Meluruskan kabar bahwa berkas dapat diserahkan di kantor pos.',
      keyMessages: ['Hanya lewat situs.'],
    })
    .sign(on(-7, '10:30'))
    .submit(on(-7, '11:00'))
    .approve(on(-7, '13:00'))
    .due()
    .confirmed(on(-6, '11:34'))

  stage.scene(on(-5, '08:30'), async () => {
    const variant = await clarified.variantOf('x')
    await stage.does('sekar', withdrawPost, {
      publicationId: clarified.id(),
      variantId: variant.id,
      reason: 'Alamat situs salah ketik pada gambar tangkapan. Penggantinya sudah tayang.',
    })
  })

  const visit = plan({
    title: 'Kunjungan kerja ke Kupang',
    objective: 'promote',
    subjectClass: 'event',
    accounts: ['x', 'instagram'],
    text: 'Hari ini kami menemui penerima bantuan gelombang I di Kupang.',
    picture: ['rumah', 'Rumah yang selesai diperbaiki di Kupang.'],
    by: 'dimas',
    writtenAt: on(-4, '10:00'),
    at: on(-2, '15:00'),
  })
    .submit(on(-4, '10:40'))
    .approve(on(-4, '14:00'))
    .due()
    .confirmed(on(-2, '15:07'), 'x')
  stage.scene(on(-2, '15:12'), async () => {
    const variant = await visit.variantOf('instagram')
    await stage.does('dimas', notPosted, {
      publicationId: visit.id(),
      variantId: variant.id,
      reason: 'Aplikasi Instagram meminta masuk ulang dan kodenya belum sampai.',
    })
  })

  plan({
    title: 'Alur pendaftaran',
    objective: 'promote',
    subjectClass: 'information',
    accounts: ['instagram', 'x', 'facebook'],
    text: 'Empat langkah mendaftar: siapkan berkas, isi formulir, unggah foto, tunggu konfirmasi. contoh.example/brr',
    picture: ['berkas', 'Empat langkah pendaftaran dari berkas sampai konfirmasi.'],
    by: 'sekar',
    inCampaign: true,
    writtenAt: on(-5, '09:00'),
    at: on(-1, '10:00'),
  })
    .submit(on(-4, '09:00'))
    .approve(on(-4, '14:05'))
    .due()
    .confirmed(on(-1, '10:03'))

  const contest = plan({
    title: 'Lomba foto rumah impian',
    objective: 'promote',
    subjectClass: 'event',
    accounts: ['instagram', 'tiktok'],
    text: 'Kirim foto rumah impian Anda.',
    by: 'bayu',
    writtenAt: on(-10, '13:00'),
    at: on(9, '12:00'),
  })
  stage.scene(on(-3, '09:20'), () => stage.does('sekar', cancel, { publicationId: contest.id() }))
}

import { dayAndMonth } from '../../domain/language/format.ts'
import { comment } from '../publications/comment.ts'
import { ZONE } from './cast.ts'
import type { EntryKey } from './past.ts'
import type { plotter } from './plot.ts'
import type { Stage } from './stage.ts'

/** What is still ahead: briefings in every state, decisions that wait, a pause in the way, ideas without a day. */
export function playPlans(
  stage: Stage,
  plan: ReturnType<typeof plotter>,
  entries: Record<EntryKey, string>,
): void {
  const { on, told } = stage
  const opens = dayAndMonth(stage.day(5), { language: 'id', zone: ZONE })
  const contact = 'Wayan Suteja, Tim Program, pesawat 214'

  plan({
    title: 'Terima kasih, petugas lapangan',
    objective: 'promote',
    subjectClass: 'greeting',
    accounts: ['instagram', 'x'],
    text: 'Terima kasih kepada 1.200 petugas lapangan yang mendampingi warga memperbaiki rumah.',
    picture: ['bunga', 'Gambar bunga dengan ucapan terima kasih kepada petugas lapangan.'],
    by: 'dimas',
    writtenAt: on(-3, '10:00'),
    at: told('08:00'),
  })
    .submit(on(-3, '10:20'))
    .approve(on(-2, '09:00'))
    .due()
    .confirmed(told('08:05'))

  plan({
    title: 'Jam layanan pusat kontak pagi ini',
    objective: 'promote',
    subjectClass: 'information',
    accounts: ['facebook'],
    text: 'Pusat kontak melayani Anda pukul 07.00 sampai 21.00 setiap hari kerja.',
    by: 'dimas',
    writtenAt: on(-2, '10:00'),
    at: told('09:30'),
  })
    .submit(on(-2, '10:30'))
    .approve(on(-2, '13:00'))
    .due()

  plan({
    title: 'Ucapan untuk relawan desa',
    objective: 'promote',
    subjectClass: 'greeting',
    accounts: ['instagram'],
    text: 'Untuk relawan desa di seluruh negeri: terima kasih.',
    picture: ['bunga', 'Gambar bunga dengan ucapan untuk relawan desa.'],
    by: 'sekar',
    writtenAt: on(-4, '13:00'),
    at: on(1, '10:00'),
  })
    .submit(on(-4, '13:30'))
    .approve(on(-3, '09:00'))

  plan({
    title: 'Pengingat: siapkan berkas pendaftaran',
    objective: 'promote',
    subjectClass: 'service_change',
    accounts: ['instagram', 'x', 'facebook'],
    text: `Siapkan KTP, kartu keluarga, bukti kepemilikan rumah, dan tiga foto sebelum ${opens}. Pendaftaran gratis.`,
    picture: ['berkas', `Gambar berkas dengan tulisan “Siapkan 4 berkas sebelum ${opens}”.`],
    by: 'sekar',
    inCampaign: true,
    public: 'applicants',
    writtenAt: on(-6, '09:00'),
    at: on(2, '09:00'),
  })
    .brief(on(-6, '10:00'), 'sekar', () => ({
      summary: `Mengingatkan calon pendaftar menyiapkan empat berkas sebelum pendaftaran dibuka ${opens}. Pendaftaran daring dan gratis.`,
      keyMessages: ['Siapkan KTP, kartu keluarga, bukti kepemilikan rumah, dan tiga foto.'],
      notToSay: ['Jumlah kuota per kabupaten. Angkanya belum ditetapkan.'],
      entries: [{ entryId: entries.rented }, { entryId: entries.certificate }],
      escalationContact: contact,
      sources: ['Peraturan Menteri Contoh 12 Tahun 2026, pasal 9'],
    }))
    .sign(on(-5, '09:10'))
    .read(on(-5, '11:00'), 'yohanes', 'made')
    .submit(on(-2, '09:00'))
    .approve(on(-1, '14:20'))
    .brief(told('09:30'), 'sekar', () => ({
      keyMessages: [
        'Siapkan KTP, kartu keluarga, bukti kepemilikan rumah, dan tiga foto.',
        'Pendaftaran tidak dipungut biaya dan tidak memerlukan perantara.',
      ],
      entries: [
        { entryId: entries.rented },
        { entryId: entries.certificate },
        {
          entryId: null,
          question: 'Ada yang minta uang untuk membantu mendaftar.',
          answer: 'Pendaftaran gratis. Laporkan ke contoh.example/lapor, sebutkan tempat dan waktu kejadian.',
        },
      ],
    }))
    .read(told('09:50'), 'made')

  plan({
    title: 'Layanan Sabtu',
    objective: 'promote',
    subjectClass: 'information',
    accounts: ['facebook'],
    text: 'Sabtu ini loket pusat tetap buka pukul 08.00 sampai 12.00.',
    by: 'dimas',
    writtenAt: on(-2, '11:00'),
    at: on(3, '07:30'),
  })
    .submit(on(-2, '11:20'))
    .approve(on(-2, '13:05'))

  const opening = plan({
    title: 'Pendaftaran gelombang II dibuka',
    objective: 'promote',
    subjectClass: 'service_change',
    accounts: ['instagram', 'x', 'facebook', 'tiktok', 'youtube'],
    text: `Sobat Contoh, pendaftaran Bantuan Renovasi Rumah gelombang II sudah dibuka! Daftar di contoh.example/brr. Siapkan KTP, kartu keluarga, bukti kepemilikan rumah, dan tiga foto bagian yang rusak. Pendaftaran gratis dan tidak bisa diwakilkan.`,
    own: {
      x: {
        ownText:
          'Pendaftaran Bantuan Renovasi Rumah gelombang II dibuka hari ini di situs resmi kementerian. Siapkan KTP, kartu keluarga, bukti kepemilikan rumah, dan tiga foto bagian rumah yang rusak. Pendaftaran gratis, tidak bisa diwakilkan, tidak dipungut apa pun, dan sama sekali tidak memerlukan perantara.',
      },
      youtube: { headline: 'Cara mendaftar Bantuan Renovasi Rumah gelombang II' },
    },
    picture: ['rumah', 'Gambar rumah dengan tulisan “Pendaftaran gelombang II dibuka”.'],
    by: 'sekar',
    inCampaign: true,
    atOpening: true,
    public: 'applicants',
    writtenAt: on(-3, '09:00'),
    at: on(5, '08:00'),
  })
    .brief(on(-2, '09:30'), 'sekar', () => ({
      summary: `Pendaftaran gelombang II dibuka ${opens}, daring, gratis, dan tanpa perantara.`,
      notToSay: ['Jumlah kuota per kabupaten. Angkanya belum ditetapkan.'],
      entries: [{ entryId: entries.rented }, { entryId: entries.certificate }],
      escalationContact: contact,
    }))
    .read(told('09:00'), 'made')
    .ask(told('09:48'), 'yohanes', 'Foto rumah yang agak buram karena ponsel lama tetap diterima?')
  stage.scene(on(-1, '15:00'), () =>
    stage.does('dimas', comment, {
      publicationId: opening.id(),
      body: 'Teks X masih lebih panjang dari batas. Potong kalimat terakhir?',
      mentions: [stage.cast.people.sekar],
    }),
  )
  stage.scene(told('08:20'), () =>
    stage.does('nur', comment, {
      publicationId: opening.id(),
      body: 'Petugas butuh jawaban soal mutu foto sebelum saya nyatakan selaras.',
    }),
  )

  plan({
    title: 'Siaran pers pembukaan',
    objective: 'promote',
    subjectClass: 'service_change',
    accounts: ['press', 'website'],
    text: `Kementerian Contoh membuka pendaftaran Bantuan Renovasi Rumah gelombang II. Pendaftaran dilakukan daring, gratis, dan tidak dapat diwakilkan.`,
    own: {
      press: { headline: 'Kementerian Contoh Buka Pendaftaran Bantuan Renovasi Rumah Gelombang II' },
      website: { headline: 'Pendaftaran Bantuan Renovasi Rumah gelombang II dibuka' },
    },
    by: 'dimas',
    inCampaign: true,
    atOpening: true,
    embargoUntil: on(5, '08:30'),
    writtenAt: on(-6, '13:00'),
    at: on(5, '09:00'),
  })
    .brief(on(-5, '10:00'), 'dimas', () => ({
      summary: 'Siaran pers resmi tentang pembukaan gelombang II.',
      keyMessages: ['Pendaftaran gratis dan daring.'],
      entries: [{ entryId: entries.rented }, { entryId: entries.announcement }],
      escalationContact: contact,
    }))
    .sign(on(-4, '09:30'))
    .read(on(-4, '10:30'), 'yohanes', 'made')
    .submit(on(-3, '11:00'))
    .approve(on(-3, '14:40'))

  plan({
    title: 'Menteri membuka pendaftaran',
    objective: 'promote',
    subjectClass: 'event',
    accounts: ['ministerX', 'ministerInstagram'],
    text: 'Hari ini saya membuka pendaftaran Bantuan Renovasi Rumah gelombang II.',
    picture: ['rumah', 'Menteri di depan rumah yang selesai diperbaiki.'],
    by: 'sekar',
    inCampaign: true,
    atOpening: true,
    writtenAt: on(-1, '11:00'),
    at: on(5, '10:00'),
  })

  plan({
    title: 'Daftar dalam 5 langkah',
    objective: 'promote',
    subjectClass: 'service_change',
    accounts: ['tiktok', 'instagram'],
    text: 'Lima langkah mendaftar bantuan, dari ponsel Anda sendiri. Gratis.',
    picture: ['berkas', 'Lima langkah mendaftar, dari menyiapkan berkas sampai konfirmasi.'],
    film: ['tiktok', 'Lima gambar berurutan: berkas, rumah, data diri, unggahan, dan tanda selesai.'],
    by: 'sekar',
    inCampaign: true,
    public: 'applicants',
    writtenAt: on(-5, '14:00'),
    at: on(6, '12:00'),
  })
    .brief(on(-4, '11:00'), 'sekar', () => ({
      summary: 'Menjelaskan lima langkah mendaftar.',
      keyMessages: ['Semua langkah dapat dilakukan dari ponsel.'],
      entries: [{ entryId: entries.certificate }],
      escalationContact: contact,
    }))
    .read(on(-3, '09:00'), 'yohanes')
    .submit(on(-2, '14:00'))
    .approve(on(-2, '15:30'))
    .rewrite(
      on(-1, '16:10'),
      'sekar',
      'Lima langkah mendaftar bantuan, dari ponsel Anda sendiri. Gratis, tanpa perantara.',
    )
    .submit(on(-1, '16:15'))

  plan({
    title: 'Waspada calo',
    objective: 'protect',
    subjectClass: 'clarification',
    accounts: ['x', 'facebook'],
    text: 'Tidak ada petugas yang boleh meminta uang untuk mendaftarkan Anda. Laporkan ke contoh.example/lapor.',
    by: 'dimas',
    writtenAt: on(-4, '15:00'),
    at: on(6, '16:00'),
  })
    .brief(on(-3, '13:00'), 'dimas', () => ({
      summary: 'Memperingatkan warga tentang calo pendaftaran.',
      keyMessages: ['Pendaftaran gratis.', 'Laporkan ke contoh.example/lapor.'],
      entries: [{ entryId: entries.broker }, { entryId: entries.report }],
      escalationContact: contact,
    }))
    .sign(on(-2, '10:00'))
    .read(on(-2, '11:00'), 'made')
    .submit(on(-2, '13:30'))
    .approve(on(-2, '15:35'))

  plan({
    title: 'Kisah penerima: Yuliana',
    objective: 'promote',
    subjectClass: 'information',
    accounts: ['instagram', 'facebook'],
    text: 'Atap rumah Yuliana bocor tiga musim. Kini keluarganya tidur tanpa ember di lantai.',
    picture: ['rumah', 'Yuliana di depan rumahnya yang baru beratap.'],
    by: 'dimas',
    inCampaign: true,
    public: 'recipients',
    writtenAt: on(-5, '16:00'),
    at: on(8, '10:00'),
  })
    .submit(on(-3, '15:00'))
    .approve(on(-2, '16:00'))

  plan({
    title: 'Layanan selama masa tenang',
    objective: 'protect',
    subjectClass: 'information',
    accounts: ['x', 'facebook'],
    text: 'Selama masa tenang semua loket dan pusat kontak tetap melayani seperti biasa.',
    by: 'sekar',
    writtenAt: on(-3, '16:00'),
    at: on(9, '09:00'),
  })
    .brief(on(-2, '09:00'), 'sekar', {
      summary: 'Layanan tidak berubah selama masa tenang.',
      keyMessages: ['Loket dan pusat kontak buka seperti biasa.'],
    })
    .sign(on(-2, '10:10'))
    .read(on(-1, '09:00'), 'yohanes', 'made')
    .submit(on(-1, '10:00'))
    .approve(on(-1, '13:15'))

  plan({
    title: 'Jadwal layanan libur',
    objective: 'protect',
    subjectClass: 'service_change',
    accounts: ['x', 'instagram', 'facebook'],
    text: 'Selama libur akhir tahun loket pusat tutup. Pusat kontak tetap melayani pukul 08.00 sampai 16.00.',
    picture: ['tameng', 'Jadwal layanan selama libur akhir tahun.'],
    by: 'dimas',
    writtenAt: on(-1, '09:00'),
    at: on(14, '10:00'),
  })
    .brief(on(-1, '09:30'), 'dimas', {
      summary: 'Jadwal loket dan pusat kontak selama libur akhir tahun.',
      keyMessages: ['Loket pusat tutup, pusat kontak tetap buka.'],
    })
    .submit(told('08:10'))

  playIdeas(stage, plan)
}

function playIdeas(stage: Stage, plan: ReturnType<typeof plotter>): void {
  const { on } = stage
  plan({
    title: 'Evaluasi akhir tahun',
    objective: 'promote',
    subjectClass: null,
    accounts: [],
    text: '',
    by: 'bayu',
    writtenAt: on(-6, '15:00'),
    at: on(20, '10:00'),
    tentative: true,
  })
  const ideas = [
    ['Tips memotret rumah untuk berkas', 'promote', 'dimas'],
    ['Mitos dan fakta bantuan renovasi', 'protect', 'sekar'],
    ['Kisah penerima dari Ambon', 'promote', 'dimas'],
    ['Cara membaca surat keputusan', 'promote', 'sekar'],
    ['Tanda pesan penipuan', 'protect', 'sekar'],
    ['Siniar bersama penyuluh', 'promote', 'bayu'],
  ] as const
  ideas.forEach(([title, objective, by], at) => {
    const writtenAt = on(-8 + at, '14:30')
    plan({ title, objective, by, subjectClass: null, accounts: [], text: '', writtenAt, at: null })
  })
}

import { create } from '../templates/create.ts'
import type { Stage } from './stage.ts'

/** What the bureau posts again and again, kept as templates: weekly tips, and a notice that a service is down. */
export function playTemplates({ on, scene, does, cast }: Stage): void {
  scene(on(-20, '09:10'), () =>
    does('dimas', create, {
      unitId: cast.bureauId,
      name: 'Tips pekanan',
      objective: 'promote',
      subjectClass: 'information',
      accountIds: [cast.accounts.instagram, cast.accounts.facebook],
      mainText: 'Tips pekan ini: \n\nSelengkapnya di contoh.example/tips.',
      keyMessages: ['Semua layanan kementerian gratis.'],
      summaryPrompt: 'Tips apa, untuk siapa, dan sejak kapan berlaku.',
      questions: ['Di mana tips lengkapnya?'],
    }),
  )
  scene(on(-20, '09:20'), () =>
    does('sekar', create, {
      unitId: cast.bureauId,
      name: 'Pemberitahuan layanan',
      objective: 'protect',
      subjectClass: 'disruption',
      accountIds: [cast.accounts.x, cast.accounts.facebook],
      mainText:
        'Sobat Contoh, layanan sedang kami perbaiki. Data Anda aman. Perkembangan berikutnya kami kabarkan di sini.',
      keyMessages: ['Data warga aman.', 'Tenggat yang jatuh selama gangguan diundur.'],
      notToSay: ['Perkiraan pulih yang belum dipastikan tim teknis.', 'Nama pemasok atau dugaan penyebab.'],
      summaryPrompt: 'Layanan apa, sejak pukul berapa, dan apa yang dapat dilakukan warga selama gangguan.',
      questions: [
        'Kapan layanan pulih?',
        'Apakah data saya aman?',
        'Bagaimana kalau tenggat saya lewat selama gangguan?',
      ],
    }),
  )
}

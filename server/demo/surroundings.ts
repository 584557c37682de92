import { addDays, type Day } from '../../domain/time.ts'
import { addPublic } from '../agency/add-public.ts'
import { create as createEvent } from '../agenda/create.ts'
import { addImportantDay } from '../marks/important-days.ts'
import { addFile } from '../overlays/add-file.ts'
import { readDueOverlays } from '../overlays/read-due.ts'
import { save } from '../views/save.ts'
import type { Stage } from './stage.ts'

const publicNames = {
  applicants: 'Calon pendaftar',
  recipients: 'Penerima bantuan',
  villages: 'Perangkat desa',
} as const
export type DemoPublic = keyof typeof publicNames

/** What a ministry speaks on every year, by month and day, with where it is said. */
const everyYear = [
  ['02-09', 'Hari Pers Nasional', 'Keputusan Presiden 5 Tahun 1985'],
  ['04-21', 'Hari Kartini', 'Keputusan Presiden 108 Tahun 1964'],
  ['05-02', 'Hari Pendidikan Nasional', 'Keputusan Presiden 316 Tahun 1959'],
  ['05-20', 'Hari Kebangkitan Nasional', 'Keputusan Presiden 316 Tahun 1959'],
  ['07-23', 'Hari Anak Nasional', 'Keputusan Presiden 44 Tahun 1984'],
  ['10-28', 'Hari Sumpah Pemuda', 'Keputusan Presiden 316 Tahun 1959'],
  ['11-10', 'Hari Pahlawan', 'Keputusan Presiden 316 Tahun 1959'],
  ['12-03', 'Hari Disabilitas Internasional', 'Resolusi Majelis Umum PBB 47/3'],
  ['12-09', 'Hari Antikorupsi Sedunia', 'Resolusi Majelis Umum PBB 58/4'],
  ['12-10', 'Hari Hak Asasi Manusia', 'Resolusi Majelis Umum PBB 423 (V)'],
  ['12-22', 'Hari Ibu', 'Keputusan Presiden 316 Tahun 1959'],
] as const

export type Surroundings = {
  /** The opening that publications hang on, once it is written down. */
  openingId(): string
  publicId(key: DemoPublic): string
}

/** What stands around the publications: an event they hang on, days to speak on, publics, views, another calendar. */
export function playSurroundings(stage: Stage, campaignId: () => string): Surroundings {
  const { on, scene, does, cast } = stage
  const publicIds = {} as Record<DemoPublic, string>
  let openingId = ''

  scene(on(-31, '09:00'), async () => {
    for (const [key, name] of Object.entries(publicNames) as [DemoPublic, string][]) {
      publicIds[key] = (await does('andi', addPublic, { name })).id
    }
    const thisYear = Number(stage.day(0).slice(0, 4))
    for (const year of [thisYear, thisYear + 1]) {
      for (const [monthAndDay, name, source] of everyYear) {
        await does('andi', addImportantDay, { day: `${year}-${monthAndDay}`, name, source })
      }
    }
  })

  scene(on(-30, '09:30'), async () => {
    const opening = await does('sekar', createEvent, {
      unitId: cast.bureauId,
      name: 'Pembukaan pendaftaran gelombang II',
      kind: 'ceremony',
      place: 'Aula Kementerian Contoh',
      time: stage.given(on(5, '08:00')),
      notes: 'Menteri membuka pendaftaran. Siaran pers dibagikan setelah embargo berakhir.',
    })
    openingId = opening.id
  })

  scene(on(-10, '08:40'), async () => {
    await does('sekar', save, {
      name: 'Gelombang II',
      kind: 'month',
      filter: { campaignIds: [campaignId()] },
      unitId: cast.bureauId,
    })
    await does('sekar', save, {
      name: 'Milik saya yang belum siap',
      kind: 'list',
      filter: { ownerIds: [cast.people.sekar], isNotReady: true },
      unitId: null,
    })
  })

  scene(on(-3, '08:50'), async () => {
    await does('dimas', addFile, {
      name: 'Kementerian Mitra',
      unitId: cast.bureauId,
      fileName: 'kementerian-mitra.ics',
      text: partnersCalendar(stage),
    })
    await readDueOverlays(stage.world)
  })

  return { openingId: () => openingId, publicId: (key) => publicIds[key] }
}

/** What another ministry has announced of its own plans, as its calendar program writes it out. */
function partnersCalendar(stage: Stage): string {
  const events = [
    [1, 'Siaran pers: harga bahan bangunan', '100000'],
    [5, 'Rapat koordinasi perumahan', '130000'],
    [7, 'Peluncuran peta rawan gempa', '090000'],
  ] as const
  const lines = events.flatMap(([days, title, clock]) => [
    'BEGIN:VEVENT',
    `UID:${compact(stage.day(days))}@mitra.example`,
    `DTSTAMP:${compact(stage.day(-4))}T010000Z`,
    `DTSTART:${compact(stage.day(days))}T${clock}`,
    'DURATION:PT1H',
    `SUMMARY:${title}`,
    'END:VEVENT',
  ])
  const visit = [
    'BEGIN:VEVENT',
    'UID:kunjungan@mitra.example',
    `DTSTAMP:${compact(stage.day(-4))}T010000Z`,
    `DTSTART;VALUE=DATE:${compact(stage.day(12))}`,
    `DTEND;VALUE=DATE:${compact(addDays(stage.day(12), 2))}`,
    'SUMMARY:Kunjungan kerja Menteri Mitra',
    'END:VEVENT',
  ]
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kementerian Mitra//ID',
    ...lines,
    ...visit,
    'END:VCALENDAR',
    '',
  ].join('\r\n')
}

function compact(day: Day): string {
  return day.replaceAll('-', '')
}

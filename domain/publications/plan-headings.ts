/** What a plan kept in a spreadsheet can say about a publication. */
export const planFields = [
  'title',
  'day',
  'time',
  'accounts',
  'objective',
  'subjectClass',
  'campaign',
  'text',
  'link',
  'status',
  'owner',
  'notes',
] as const
export type PlanField = (typeof planFields)[number]

/** Field -> number of the column, from 0; null where the plan has none. */
export type PlanColumns = Record<PlanField, number | null>

/** Headings in Indonesian and English, as teams write them; the earlier a word stands, the better it fits. */
const headings: Record<PlanField, readonly string[]> = {
  title: [
    'judul',
    'title',
    'judul konten',
    'nama konten',
    'topik',
    'tema',
    'topic',
    'konten',
    'content title',
    'headline',
  ],
  day: [
    'tanggal',
    'date',
    'tanggal tayang',
    'tgl',
    'tgl tayang',
    'hari tanggal',
    'publish date',
    'posting date',
    'tanggal posting',
    'jadwal',
    'schedule',
    'day',
  ],
  time: [
    'jam',
    'waktu',
    'time',
    'pukul',
    'jam tayang',
    'waktu tayang',
    'jam posting',
    'publish time',
    'posting time',
  ],
  accounts: [
    'akun',
    'account',
    'accounts',
    'kanal',
    'channel',
    'channels',
    'platform',
    'platforms',
    'media sosial',
    'medsos',
    'media',
  ],
  objective: ['tujuan', 'objective', 'goal', 'tujuan konten', 'promosi proteksi', 'promote protect'],
  subjectClass: [
    'jenis pesan',
    'subject class',
    'jenis',
    'kategori',
    'category',
    'jenis konten',
    'type',
    'content type',
    'class',
  ],
  campaign: ['kampanye', 'campaign', 'program', 'narasi', 'campaign name', 'nama kampanye'],
  text: [
    'teks',
    'caption',
    'text',
    'takarir',
    'isi',
    'copy',
    'copywriting',
    'naskah',
    'isi konten',
    'body',
    'post text',
    'teks utama',
  ],
  link: ['tautan', 'link', 'url', 'pranala', 'tautan rujukan', 'landing page'],
  status: ['status', 'keadaan', 'state', 'progres', 'progress'],
  owner: [
    'pemilik',
    'owner',
    'pic',
    'penanggung jawab',
    'person in charge',
    'penulis',
    'author',
    'editor',
    'petugas',
  ],
  notes: ['catatan', 'notes', 'note', 'keterangan', 'remarks', 'ket'],
}

/** A heading without case, signs and doubled spaces. */
export function plainHeading(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * Which column holds which field: each field takes the column whose heading fits it best, each column serves one field.
 * Headings nobody knows stay unused. A person can change every choice before anything is brought in.
 */
export function guessColumns(row: readonly string[]): PlanColumns {
  const fits = row.flatMap((heading, column) =>
    planFields
      .map((field) => ({ field, column, rank: headings[field].indexOf(plainHeading(heading)) }))
      .filter((fit) => fit.rank >= 0),
  )
  fits.sort((one, other) => one.rank - other.rank || one.column - other.column)
  const columns = Object.fromEntries(planFields.map((field) => [field, null])) as PlanColumns
  const used = new Set<number>()
  for (const { field, column } of fits) {
    if (columns[field] !== null || used.has(column)) continue
    columns[field] = column
    used.add(column)
  }
  return columns
}

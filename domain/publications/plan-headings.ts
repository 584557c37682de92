/** What a plan kept in a spreadsheet can say about a publication. */
export const planFields = [
  'title',
  'day',
  'time',
  'accounts',
  'objective',
  'subjectClass',
  'campaign',
  'public',
  'text',
  'link',
  'status',
  'owner',
  'notes',
  'reference',
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
  public: [
    'khalayak',
    'public',
    'publik',
    'audiens',
    'audience',
    'target audiens',
    'target audience',
    'khalayak sasaran',
    'publik sasaran',
    'sasaran',
    'segmen',
    'segment',
  ],
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
  reference: ['id selaras', 'selaras id'],
}

/** A heading without case, signs and doubled spaces. */
export function plainHeading(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** A heading that says more than the field is known by these words in it: "Tanggal (WIB)", "Link bukti tayang". */
const tellingWords: Record<PlanField, readonly string[]> = {
  title: ['judul', 'title', 'topik', 'topic', 'tema', 'headline'],
  day: ['tanggal', 'tgl', 'date'],
  time: ['jam', 'waktu', 'pukul', 'time'],
  accounts: ['akun', 'account', 'accounts', 'kanal', 'channel', 'channels', 'platform', 'medsos'],
  objective: ['tujuan', 'objective', 'goal'],
  subjectClass: ['jenis pesan', 'kategori', 'category'],
  campaign: ['kampanye', 'campaign'],
  public: ['khalayak', 'audiens', 'audience'],
  text: ['caption', 'teks', 'takarir', 'copywriting', 'naskah'],
  link: ['tautan', 'link', 'url'],
  status: ['status'],
  owner: ['pic', 'penanggung jawab', 'pemilik', 'owner'],
  notes: ['catatan', 'notes', 'keterangan'],
  reference: [],
}
/** Headings are short; a sentence that holds such a word is none. */
const LONGEST_HEADING_WORDS = 4
const LESS_EXACT = 1000

function fitOf(heading: string, field: PlanField, isExact: boolean): number | null {
  const plain = plainHeading(heading)
  const rank = headings[field].indexOf(plain)
  if (rank >= 0) return rank
  if (isExact || plain.split(' ').length > LONGEST_HEADING_WORDS) return null
  const places = tellingWords[field].map((word) => ` ${plain} `.indexOf(` ${word} `)).filter((at) => at >= 0)
  return places.length === 0 ? null : LESS_EXACT + Math.min(...places)
}

/**
 * Which column holds which field: each field takes the column whose heading fits it best, each column serves one field.
 * Headings nobody knows stay unused; `isExact` takes only those that say the field and nothing more. A person can change
 * every choice before anything is brought in.
 */
export function guessColumns(row: readonly string[], { isExact = false } = {}): PlanColumns {
  const fits = row.flatMap((heading, column) =>
    planFields.flatMap((field) => {
      const rank = fitOf(heading, field, isExact)
      return rank === null ? [] : [{ field, column, rank }]
    }),
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

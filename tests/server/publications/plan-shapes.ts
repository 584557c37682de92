import { type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { aWorkbook } from '../../support/zip.ts'

export type PlanShape = {
  name: string
  bytes(): Promise<Uint8Array> | Uint8Array
  /** `when | title | accounts | text`, and of each account with its own text `, platform: text`. */
  expected: string[]
  /** Notes on the plan as a whole. */
  notes?: string[]
}

const utf8 = (lines: readonly string[]) => new TextEncoder().encode(lines.join('\r\n'))
const workbook = (...sheets: WriteSheet[]) => writeXlsx({ sheets })
const day = (year: number, month: number, date: number) => new Date(Date.UTC(year, month - 1, date))
/** A time of day as spreadsheets keep it: a share of the day before their first one. */
const clock = (hour: number, minute: number) => new Date(Date.UTC(1899, 11, 31, hour, minute))
const dated = (columns: number, at: number, timeAt: number) =>
  Array.from({ length: columns }, (_, column) =>
    column === at ? { numFmt: 'dd/mm/yyyy' } : column === timeAt ? { numFmt: 'hh:mm' } : {},
  )

function windows1252(text: string): Uint8Array {
  const special: Record<string, number> = { '“': 0x93, '”': 0x94, '–': 0x96, '’': 0x92 }
  return Uint8Array.from([...text].map((sign) => special[sign] ?? sign.charCodeAt(0)))
}

function utf16(text: string): Uint8Array {
  return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
}

/** Plans as teams keep them, each of another shape. All are made up. */
export const planShapes: PlanShape[] = [
  {
    name: 'semicolons in Windows-1252, as Indonesian Excel saves a CSV',
    bytes: () =>
      windows1252(
        [
          'No;Tanggal;Jam;Judul Konten;Kanal;Tujuan;Jenis Pesan;Caption',
          '1;11/12/2026;09.00;Kafé literasi keuangan;IG;Promosi;Acara;“Mari datang” – gratis; ajak teman',
          '2;14/12/2026;13.30 WIB;Jadwal layanan Natal;X;Proteksi;Perubahan layanan;Kantor tutup 25’26.',
        ]
          .join('\r\n')
          .replace('“Mari datang” – gratis; ajak teman', '"“Mari datang” – gratis; ajak teman"'),
      ),
    expected: [
      '2026-12-11 09:00 | Kafé literasi keuangan | instagram | “Mari datang” – gratis; ajak teman',
      '2026-12-14 13:30 | Jadwal layanan Natal | x | Kantor tutup 25’26.',
    ],
  },
  {
    name: 'English, tabs in UTF-16, the month before the day',
    bytes: () =>
      utf16(
        [
          'Publish Date\tPublish Time\tTitle\tChannels\tObjective\tContent Type\tPost text',
          '12/25/2026\t9:00 AM\tSeason’s greetings\tInstagram & Twitter\tpromote\tgreeting\tHappy holidays.',
          '12/01/2026\t2:15 pm\tNew counter opens\tIG\tpromote\tinformation\tNow open.',
        ].join('\r\n'),
      ),
    expected: [
      '2026-12-25 09:00 | Season’s greetings | instagram, x | Happy holidays.',
      '2026-12-01 14:15 | New counter opens | instagram | Now open.',
    ],
  },
  {
    name: 'a workbook with a title above, emoji in the headings and dates as dates',
    bytes: () =>
      workbook({
        name: 'Rencana',
        columns: dated(7, 1, 2),
        rows: [
          ['RENCANA KONTEN MEDIA SOSIAL 🗓️', null, null, null, null, null, null],
          ['Biro Komunikasi', null, null, null, null, null, null],
          [null, null, null, null, null, null, null],
          ['📝 Judul', '📅 Tanggal', '⏰ Jam', '📱 Platform', '🎯 Tujuan', '✅ Status', '💬 Caption'],
          [
            'Siapkan berkas',
            day(2026, 12, 11),
            clock(9, 0),
            'IG + X',
            'Promosi',
            'Selesai desain',
            'Siapkan KTP.',
          ],
          [
            'Antrean daring',
            day(2026, 12, 12),
            clock(16, 30),
            'semua',
            'Promosi',
            '',
            'Ambil nomor dari rumah.',
          ],
        ],
      }),
    expected: [
      '2026-12-11 09:00 | Siapkan berkas | instagram, x | Siapkan KTP.',
      '2026-12-12 16:30 | Antrean daring | instagram, x | Ambil nomor dari rumah.',
    ],
    notes: ['status_not_taken'],
  },
  {
    name: 'two heading rows with merged groups',
    bytes: () =>
      workbook({
        name: 'Desember',
        rows: [
          ['No', 'Konten', null, 'Jadwal', null, 'Distribusi', null],
          [null, 'Judul', 'Caption', 'Tanggal', 'Waktu', 'Akun', 'Tujuan'],
          [1, 'Kelas pajak', 'Daftar sekarang.', '11 Desember 2026', '10.00', 'Instagram', 'promosi'],
          [2, 'Awas penipuan', 'Periksa pengirimnya.', '12 Desember 2026', '19.00', 'X', 'proteksi'],
        ],
        merges: [
          { startRow: 0, endRow: 1, startCol: 0, endCol: 0 },
          { startRow: 0, endRow: 0, startCol: 1, endCol: 2 },
          { startRow: 0, endRow: 0, startCol: 3, endCol: 4 },
          { startRow: 0, endRow: 0, startCol: 5, endCol: 6 },
        ],
      }),
    expected: [
      '2026-12-11 10:00 | Kelas pajak | instagram | Daftar sekarang.',
      '2026-12-12 19:00 | Awas penipuan | x | Periksa pengirimnya.',
    ],
  },
  {
    name: 'one date merged over the posts of its day',
    bytes: () =>
      workbook({
        name: 'Lembar1',
        columns: dated(5, 0, 9),
        rows: [
          ['Hari/Tanggal', 'Pukul', 'Topik', 'Media Sosial', 'Tujuan'],
          [day(2026, 12, 14), '08.00', 'Cuaca hari ini', 'X', 'Promosi'],
          [null, '12.00', 'Jam layanan', 'IG', 'Promosi'],
          [null, '19.00', 'Ringkasan hari', 'X', 'Promosi'],
          [day(2026, 12, 15), null, 'Jam menyusul', 'IG', 'Promosi'],
        ],
        merges: [{ startRow: 1, endRow: 3, startCol: 0, endCol: 0 }],
      }),
    expected: [
      '2026-12-14 08:00 | Cuaca hari ini | x | ',
      '2026-12-14 12:00 | Jam layanan | instagram | ',
      '2026-12-14 19:00 | Ringkasan hari | x | ',
      '2026-12-15 ? | Jam menyusul | instagram | ',
    ],
  },
  {
    name: 'a row for each platform with a caption of its own, title and date merged',
    bytes: () =>
      workbook({
        name: 'Per platform',
        rows: [
          ['Judul', 'Tanggal', 'Jam', 'Platform', 'Tujuan', 'Jenis', 'Caption'],
          [
            'Pendaftaran dibuka',
            '2026-12-16',
            '09:00',
            'Instagram',
            'Promosi',
            'Informasi',
            'Geser untuk melihat caranya.',
          ],
          [null, null, null, 'X', null, null, 'Pendaftaran dibuka hari ini.'],
          [
            'Pendaftaran ditutup',
            '2026-12-20',
            '09:00',
            'Instagram',
            'Promosi',
            'Informasi',
            'Hari terakhir.',
          ],
          [null, null, null, 'X', null, null, 'Hari terakhir.'],
        ],
        merges: [0, 1, 2, 4, 5].flatMap((column) => [
          { startRow: 1, endRow: 2, startCol: column, endCol: column },
          { startRow: 3, endRow: 4, startCol: column, endCol: column },
        ]),
      }),
    expected: [
      '2026-12-16 09:00 | Pendaftaran dibuka | instagram, x | Geser untuk melihat caranya., x: Pendaftaran dibuka hari ini.',
      '2026-12-20 09:00 | Pendaftaran ditutup | instagram, x | Hari terakhir.',
    ],
  },
  {
    name: 'the same as CSV: title and date repeated, or left empty below',
    bytes: () =>
      utf8([
        'Judul,Tanggal,Jam,Platform,Tujuan,Caption',
        'Gerai keliling,11 Desember 2026,08.00,IG,Promosi,Foto gerai.',
        'Gerai keliling,11 Desember 2026,08.00,X,Promosi,Gerai di alun-alun.',
        'Tanya jawab,12 Desember 2026,15.00,IG,Promosi,Tulis pertanyaanmu.',
        ',,,X,,Balas utas ini.',
      ]),
    expected: [
      '2026-12-11 08:00 | Gerai keliling | instagram, x | Foto gerai., x: Gerai di alun-alun.',
      '2026-12-12 15:00 | Tanya jawab | instagram, x | Tulis pertanyaanmu., x: Balas utas ini.',
    ],
  },
  {
    name: 'a sheet for each month, the date cell only a day',
    bytes: () => {
      const month = (name: string, rows: CellValue[][]): WriteSheet => ({
        name,
        rows: [['KALENDER KONTEN 2027'], ['Tgl', 'Judul', 'Kanal', 'Tujuan'], ...rows],
      })
      return workbook(
        { name: 'Petunjuk', rows: [['Isi satu baris untuk satu konten.']] },
        month('Januari', [
          [4, 'Layanan buka lagi', 'IG', 'Promosi'],
          ['Jumat, 8', 'Tips arsip', 'X', 'Promosi'],
        ]),
        month(
          'Feb',
          [
            [29, 'Tanggal keliru', 'X', 'Promosi'],
            [28, 'Akhir bulan', 'X', 'Promosi'],
          ].slice(1),
        ),
        month('Maret 2027', [['1 ', 'Bulan baru', 'IG', 'Promosi']]),
      )
    },
    expected: [
      '2027-01-04 ? | Layanan buka lagi | instagram | ',
      '2027-01-08 ? | Tips arsip | x | ',
      '2027-02-28 ? | Akhir bulan | x | ',
      '2027-03-01 ? | Bulan baru | instagram | ',
    ],
    notes: ['year_assumed'],
  },
  {
    name: 'hidden columns, rows and sheets',
    bytes: () =>
      workbook(
        {
          name: 'Rencana',
          columns: [{}, {}, { hidden: true }, {}, {}],
          rows: [
            ['Judul', 'Tanggal', 'Catatan', 'Akun', 'Objective'],
            ['Terlihat', '2026-12-11', 'cek lagi', 'IG', 'promote'],
            ['Tersembunyi', '2026-12-12', '', 'X', 'protect'],
          ],
          rowDefs: new Map([[2, { hidden: true }]]),
        },
        {
          name: 'Arsip',
          hidden: true,
          rows: [
            ['Judul', 'Tanggal', 'Akun', 'Tujuan'],
            ['Tahun lalu', '2025-12-11', 'IG', 'promosi'],
          ],
        },
      ),
    expected: ['2026-12-11 ? | Terlihat | instagram | ', '2026-12-12 ? | Tersembunyi | x | '],
    notes: ['columns_hidden', 'lines_hidden'],
  },
  {
    name: 'an English content calendar for all channels',
    bytes: () =>
      workbook({
        name: 'Content Calendar',
        rows: [
          ['Content Calendar', null, null, null, null, null, null],
          ['Posting Date', 'Posting Time', 'Content Title', 'Channel(s)', 'Goal', 'Copywriting', 'PIC'],
          [
            'Friday, 11 December 2026',
            '9 am',
            'Know your rights',
            'All channels',
            'Promote',
            'Read on.',
            'Dimas Pratama',
          ],
          ['December 14, 2026', 'TBC', 'Office hours', 'IG Reels', 'Promote', '', ''],
        ],
      }),
    expected: [
      '2026-12-11 09:00 | Know your rights | instagram, x | Read on.',
      '2026-12-14 ? | Office hours | instagram | ',
    ],
  },
  {
    name: 'dates and times in the ways people write them',
    bytes: () =>
      utf8([
        'Judul;Tgl Tayang;Waktu Tayang;Medsos;Tujuan',
        'Satu;11 Des;9 pagi;IG;promosi',
        'Dua;Jumat, 11/12;0.375;IG;promosi',
        'Tiga;11.12.26;7 malam;IG;promosi',
        'Empat;2026-12-11;09.00 WITA;IG;promosi',
        'Lima;46367;1 siang;IG;promosi',
        'Enam;Jumat 11 Desember, 09.00 WIB;;IG;promosi',
        'Tujuh;11-Des-26;pukul 16;IG;promosi',
        'Delapan;11 Desember 2026 (tentatif);;IG;promosi',
        'Sembilan;;;;promosi',
      ]),
    expected: [
      '2026-12-11 09:00 | Satu | instagram | ',
      '2026-12-11 09:00 | Dua | instagram | ',
      '2026-12-11 19:00 | Tiga | instagram | ',
      '2026-12-11 08:00 | Empat | instagram | ',
      '2026-12-11 13:00 | Lima | instagram | ',
      '2026-12-11 09:00 | Enam | instagram | ',
      '2026-12-11 16:00 | Tujuh | instagram | ',
      '2026-12-11 tentative | Delapan | instagram | ',
      'none | Sembilan |  | ',
    ],
    notes: ['year_assumed'],
  },
  {
    name: 'numbers without a format, formulas with their result, text in runs',
    bytes: () =>
      workbook({
        name: 'Data',
        rows: [
          ['Judul', 'Tanggal', 'Jam', 'Akun', 'Tujuan', 'Teks'],
          ['Nomor seri', 46367, 0.375, 'IG', 'promosi', 'Isi.'],
          [null, 46368, 0.5, 'X', 'promosi', 2026],
        ],
        cells: new Map([
          [
            '2,0',
            {
              value: 'Dari rumus',
              formulaResult: 'Dari rumus',
              formula: 'CONCATENATE("Dari"," rumus")',
              type: 'formula' as const,
            },
          ],
          [
            '1,5',
            {
              value: 'Isi tebal.',
              richText: [{ text: 'Isi ' }, { text: 'tebal.' }],
              type: 'richText' as const,
            },
          ],
        ]),
      }),
    expected: [
      '2026-12-11 09:00 | Nomor seri | instagram | Isi tebal.',
      '2026-12-12 12:00 | Dari rumus | x | 2026',
    ],
  },
  {
    name: 'a sheet for each platform',
    bytes: () =>
      workbook(
        {
          name: 'IG',
          rows: [
            ['Tanggal', 'Tema', 'Caption', 'Tujuan'],
            ['11 Desember 2026', 'Hari Antikorupsi', 'Lihat infografiknya.', 'promosi'],
          ],
        },
        {
          name: 'X',
          rows: [
            ['Tanggal', 'Tema', 'Caption', 'Tujuan'],
            ['11 Desember 2026', 'Hari Antikorupsi', 'Utas singkat.', 'promosi'],
          ],
        },
      ),
    expected: ['2026-12-11 ? | Hari Antikorupsi | instagram, x | Lihat infografiknya., x: Utas singkat.'],
  },
  {
    name: 'headings repeated for each week and days left free',
    bytes: () =>
      utf8([
        'PEKAN 1;;;;',
        'Tanggal;Judul;Kanal;Tujuan;Keterangan',
        'Senin, 7 Desember 2026;Apel pagi;IG;Promosi;',
        'Selasa, 8 Desember 2026;;;;',
        'Rabu, 9 Desember 2026;;;;libur',
        'PEKAN 2;;;;',
        'Tanggal;Judul;Kanal;Tujuan;Keterangan',
        'Senin, 14 Desember 2026;Rapat terbuka;X;Promosi;',
      ]),
    expected: ['2026-12-07 ? | Apel pagi | instagram | ', '2026-12-14 ? | Rapat terbuka | x | '],
    notes: ['lines_without_content'],
  },
  {
    name: 'another program’s workbook: prefixed names, shared strings, no places, days counted from 1904',
    bytes: () =>
      aWorkbook(
        '<x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t="s"><x:v>1</x:v></x:c><x:c t="s"><x:v>2</x:v></x:c><x:c t="s"><x:v>3</x:v></x:c></x:row>' +
          '<x:row><x:c t="s"><x:v>4</x:v></x:c><x:c t="inlineStr"><x:is><x:t>11/12/2026</x:t></x:is></x:c><x:c t="s"><x:v>5</x:v></x:c><x:c t="str"><x:v>promosi</x:v></x:c></x:row>',
        {
          strings: ['Judul', 'Tanggal', 'Akun', 'Tujuan', 'Halo &amp; salam', 'Instagram'],
          properties: '<x:workbookPr date1904="1"/>',
        },
      ),
    expected: ['2026-12-11 ? | Halo & salam | instagram | '],
  },
]

/**
 * Words that callers use and that are written right: never read as another word, though the library may not know them.
 * Only words that lie close to others need to stand here.
 */
const common =
  'syarat surat masa massa bulan bukan nama lama kapal kapan kartu kantor alamat akun akta anak biaya bayar besar ' +
  'beras bebas batas batal bantu bagian bahan barang baru buka buku bukti daftar data dana desa diri dokumen dinas ' +
  'denda foto gaji ganti gagal guru hari hasil hilang harga hutang utang ijazah izin isi jadwal jalan jam jasa jumlah ' +
  'kabar kelas keluarga kerja kirim kode kota kuota kurang laporan layanan loket lulus luar libur makan malam masuk ' +
  'masalah mati modal mulai mutasi nilai nikah nomor obat online pajak paspor pasar pindah pinjam pusat rumah rusak ' +
  'saldo salah sakit sekolah sehat selesai sertifikat siswa status suami istri tahun tanah tanda tanggal tarif tempat ' +
  'tiket tolak tunggu tutup uang ulang umur undang urus usaha usia waktu wajib warga warna zakat zona'

const commonWords: ReadonlySet<string> = new Set(common.split(' '))

/** From this length on two slips of the hand are forgiven, else one. */
const LONG = 8

/** Whether a word nobody wrote may be read as another at all. */
export function mayBeMended(word: string): boolean {
  return word.length > 3 && !commonWords.has(word)
}

/** Whether `typed` is `known` with a letter added, left out, changed or two swapped; two such slips in a long word. */
export function isSlipOf(typed: string, known: string): boolean {
  return distance(typed, known) <= (Math.min(typed.length, known.length) >= LONG ? 2 : 1)
}

/** Letters added, left out, changed, or neighbours swapped, as few as make one word the other. */
function distance(one: string, other: string): number {
  const a = [...one]
  const b = [...other]
  const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)]
  const at = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY
  for (let row = 1; row <= a.length; row++) {
    const line = [row]
    rows.push(line)
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1]
      const isSwapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      line.push(
        Math.min(
          at(row - 1, column) + 1,
          at(row, column - 1) + 1,
          at(row - 1, column - 1) + (isSame ? 0 : 1),
          isSwapped ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      )
    }
  }
  return at(a.length, b.length)
}

/**
 * How many of the words typed an answer must hold to be offered before others: all of two, half of more. What holds fewer
 * matched only in part and is shown so.
 */
export function wordsToMatch(typed: number): number {
  return Math.max(Math.ceil(typed / 2), Math.min(typed, 2))
}

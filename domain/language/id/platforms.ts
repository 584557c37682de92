/** Words about platforms: their names, what their limits are called, and what to do about each finding. */
export const platforms = {
  name: {
    x: 'X',
    instagram: 'Instagram',
    facebook: 'Facebook',
    tiktok: 'TikTok',
    youtube: 'YouTube',
    website: 'Situs web',
    press_release: 'Siaran pers',
    other: 'Platform lain',
  },
  /** The platform as the one who acts in a sentence. */
  subject: {
    x: 'X',
    instagram: 'Instagram',
    facebook: 'Facebook',
    tiktok: 'TikTok',
    youtube: 'YouTube',
    website: 'Situs web',
    press_release: 'Siaran pers',
    other: 'Akun ini',
  },
  finding: {
    text_too_long_one:
      'Hapus {{count, number}} karakter. {{platform}} menghitung {{counted, number}} dari {{limit, number}}.',
    text_too_long_other:
      'Hapus {{count, number}} karakter. {{platform}} menghitung {{counted, number}} dari {{limit, number}}.',
    text_too_long_with_links_one:
      'Hapus {{count, number}} karakter. {{platform}} menghitung {{counted, number}} dari {{limit, number}}; tautan selalu dihitung 23.',
    text_too_long_with_links_other:
      'Hapus {{count, number}} karakter. {{platform}} menghitung {{counted, number}} dari {{limit, number}}; tautan selalu dihitung 23.',
    text_empty: 'Tulis teksnya. {{platform}} memerlukan teks.',
    text_or_media_empty: 'Tulis teks atau tambahkan gambar. {{platform}} memerlukan salah satunya.',
    characters_refused: 'Hapus tanda {{characters}}. {{platform}} tidak menerimanya.',
    headline_missing: 'Isi judul. {{platform}} memerlukan judul.',
    headline_too_long_one:
      'Hapus {{count, number}} karakter dari judul. {{platform}} menghitung {{counted, number}} dari {{limit, number}}.',
    headline_too_long_other:
      'Hapus {{count, number}} karakter dari judul. {{platform}} menghitung {{counted, number}} dari {{limit, number}}.',
    headline_not_shown:
      'Pindahkan isi judul ke teks. {{platform}} tidak punya judul, jadi judul ini tidak ikut tayang.',
    media_missing: 'Tambahkan gambar. {{platform}} memerlukan sedikitnya satu.',
    media_too_many_one:
      'Hapus {{count, number}} gambar. {{platform}} menerima paling banyak {{limit, number}}.',
    media_too_many_other:
      'Hapus {{count, number}} gambar. {{platform}} menerima paling banyak {{limit, number}}.',
    media_kind:
      'Ganti gambar {{position, number}}. {{platform}} menyebut {{kinds, list}} sebagai jenis yang diterima, bukan {{kind}}.',
    media_too_large:
      'Perkecil gambar {{position, number}}. Ukurannya {{sizeBytes, fileSize}}; {{platform}} menerima hingga {{limitBytes, fileSize}}.',
    media_shape:
      'Sesuaikan bentuk gambar {{position, number}}. {{platform}} menerima perbandingan lebar dan tinggi {{narrowest}} sampai {{widest}}.',
    alternative_text_missing:
      'Tulis teks alternatif gambar {{position, number}}, bagi orang yang tidak dapat melihatnya.',
    alternative_text_too_long_one:
      'Hapus {{count, number}} karakter dari teks alternatif gambar {{position, number}}. {{platform}} menghitung {{counted, number}} dari {{limit, number}}.',
    alternative_text_too_long_other:
      'Hapus {{count, number}} karakter dari teks alternatif gambar {{position, number}}. {{platform}} menghitung {{counted, number}} dari {{limit, number}}.',
    link_invalid: 'Periksa tautan. Tulis alamat lengkap yang diawali https://.',
    link_not_clickable:
      'Sebutkan di teks cara menemukan halaman itu. Tautan di {{platform}} tampil sebagai tulisan biasa dan tidak dapat dibuka.',
    hashtags_too_many_one:
      'Hapus {{count, number}} tagar. {{platform}} menerima paling banyak {{limit, number}}.',
    hashtags_too_many_other:
      'Hapus {{count, number}} tagar. {{platform}} menerima paling banyak {{limit, number}}.',
  },
  limit: {
    title: 'Batas platform',
    text: 'Panjang teks',
    headline: 'Panjang judul',
    images: 'Jumlah gambar',
    imageBytes: 'Ukuran berkas gambar',
    imageKinds: 'Jenis gambar',
    imageShape: 'Bentuk gambar',
    alternativeText: 'Panjang teks alternatif',
    hashtags: 'Jumlah tagar',
    not_known: 'Tidak diketahui: platform tidak menyebutnya',
    not_applicable: 'Tidak ada',
    source: 'Sumber: {{source}}. Dilihat {{asOf, dateYear}}.',
  },
  count: {
    ofLimit: '{{counted, number}} dari {{limit, number}}',
    withoutLimit_one: '{{count, number}} karakter',
    withoutLimit_other: '{{count, number}} karakter',
  },
}

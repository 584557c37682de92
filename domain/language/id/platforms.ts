/** Words about platforms: their names, what their limits are called, and what to do about each finding. */
export const platforms = {
  name: {
    x: 'X',
    instagram: 'Instagram',
    facebook: 'Facebook',
    tiktok: 'TikTok',
    youtube: 'YouTube',
    linkedin: 'LinkedIn',
    threads: 'Threads',
    whatsapp: 'Kanal WhatsApp',
    telegram: 'Kanal Telegram',
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
    linkedin: 'LinkedIn',
    threads: 'Threads',
    whatsapp: 'Kanal WhatsApp',
    telegram: 'Kanal Telegram',
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
    media_missing: 'Tambahkan gambar atau video. {{platform}} memerlukan sedikitnya satu.',
    media_too_many_one:
      'Hapus {{count, number}} gambar. {{platform}} menerima paling banyak {{limit, number}}.',
    media_too_many_other:
      'Hapus {{count, number}} gambar. {{platform}} menerima paling banyak {{limit, number}}.',
    media_kind:
      'Ganti gambar {{position, number}}. {{platform}} menyebut {{kinds, list}} sebagai jenis yang diterima, bukan {{kind}}.',
    media_too_large:
      'Perkecil gambar {{position, number}}. Ukurannya {{sizeBytes, fileSize}}; {{platform}} menerima hingga {{limitBytes, fileSize}}.',
    media_shape_narrowest:
      'Ganti gambar {{position, number}} dengan yang lebih lebar. {{platform}} menerima perbandingan lebar dan tinggi mulai {{narrowest}}.',
    media_shape_widest:
      'Ganti gambar {{position, number}} dengan yang lebih sempit. {{platform}} menerima perbandingan lebar dan tinggi hingga {{widest}}.',
    media_shape:
      'Sesuaikan bentuk gambar {{position, number}}. {{platform}} menerima perbandingan lebar dan tinggi {{narrowest}} sampai {{widest}}.',
    media_not_mixed:
      'Pilih gambar saja atau satu video saja. {{platform}} tidak menerima keduanya dalam satu unggahan.',
    video_not_taken:
      'Lepas video {{position, number}}, atau isi judulnya. Unggahan {{platform}} tanpa judul hanya berisi teks dan gambar.',
    videos_too_many_one:
      'Hapus {{count, number}} video. {{platform}} menerima paling banyak {{limit, number}}.',
    videos_too_many_other:
      'Hapus {{count, number}} video. {{platform}} menerima paling banyak {{limit, number}}.',
    video_kind:
      'Ganti video {{position, number}}. {{platform}} menyebut {{kinds, list}} sebagai jenis yang diterima, bukan {{kind}}.',
    video_too_large:
      'Perkecil video {{position, number}}. Ukurannya {{sizeBytes, fileSize}}; {{platform}} menerima hingga {{limitBytes, fileSize}}.',
    video_too_long:
      'Pendekkan video {{position, number}}. Lamanya {{seconds, number}} detik; {{platform}} menerima hingga {{limitSeconds, number}} detik.',
    video_too_short:
      'Panjangkan video {{position, number}}. Lamanya {{seconds, number}} detik; {{platform}} meminta sedikitnya {{limitSeconds, number}} detik.',
    video_shape_narrowest:
      'Ganti video {{position, number}} dengan yang lebih lebar. {{platform}} menerima perbandingan lebar dan tinggi mulai {{narrowest}}.',
    video_shape_widest:
      'Ganti video {{position, number}} dengan yang lebih sempit. {{platform}} menerima perbandingan lebar dan tinggi hingga {{widest}}.',
    video_shape:
      'Sesuaikan bentuk video {{position, number}}. {{platform}} menerima perbandingan lebar dan tinggi {{narrowest}} sampai {{widest}}.',
    captions_missing:
      'Tambahkan takarir atau transkrip video {{position, number}}, bagi orang yang tidak dapat mendengarnya.',
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
    hashtag_cut:
      'Tulis {{written}} tanpa tanda baca di tengahnya. {{platform}} membacanya sebagai {{read}} saja.',
    hashtag_ignored:
      'Tulis {{written}} dengan huruf dan spasi di depannya bila maksudnya tagar. {{platform}} menampilkannya sebagai tulisan biasa.',
    mentions_too_many_one:
      'Hapus {{count, number}} sebutan akun. {{platform}} menerima paling banyak {{limit, number}}.',
    mentions_too_many_other:
      'Hapus {{count, number}} sebutan akun. {{platform}} menerima paling banyak {{limit, number}}.',
    mention_cut: 'Periksa {{written}}. {{platform}} membacanya sebagai {{read}}, mungkin akun lain.',
    mention_ignored:
      'Periksa {{written}}. {{platform}} tidak mengenalnya sebagai nama akun dan menampilkannya sebagai tulisan biasa.',
    mention_to_pick:
      'Saat menempel teks, pilih {{written}} dari daftar yang muncul. {{platform}} tidak membuat sebutan dari nama yang ditempel.',
    links_too_many_one:
      'Hapus {{count, number}} tautan. {{platform}} menerima paling banyak {{limit, number}} tautan yang berbeda.',
    links_too_many_other:
      'Hapus {{count, number}} tautan. {{platform}} menerima paling banyak {{limit, number}} tautan yang berbeda.',
  },
  limit: {
    title: 'Batas platform',
    text: 'Panjang teks',
    caption: 'Panjang teks bersama gambar',
    headline: 'Panjang judul',
    images: 'Jumlah gambar',
    imageBytes: 'Ukuran berkas gambar',
    imageKinds: 'Jenis gambar',
    imageShape: 'Bentuk gambar',
    alternativeText: 'Panjang teks alternatif',
    hashtags: 'Jumlah tagar',
    mentions: 'Jumlah sebutan akun',
    links: 'Jumlah tautan',
    not_known: 'Tidak diketahui: platform tidak menyebutnya',
    not_applicable: 'Tidak ada',
    source: 'Sumber: {{source}}. Dilihat {{asOf, dateYear}}.',
  },
  count: {
    ofLimit: '{{counted, number}} dari {{limit, number}}',
    withoutLimit_one: '{{count, number}} karakter',
    withoutLimit_other: '{{count, number}} karakter',
    hashtags_one: '{{count, number}} tagar',
    hashtags_other: '{{count, number}} tagar',
    hashtagsOf: '{{count, number}} dari {{limit, number}} tagar',
    mentions_one: '{{count, number}} sebutan',
    mentions_other: '{{count, number}} sebutan',
    mentionsOf: '{{count, number}} dari {{limit, number}} sebutan',
  },
}

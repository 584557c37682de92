/** Words of images, videos and captions: the field in the editor and what was refused. */
export const files = {
  media: 'Gambar dan video',
  kind: { image: 'gambar', video: 'video' },
  add: 'Pilih gambar atau video',
  drop: 'Atau seret ke sini. JPG, PNG, atau WebP hingga 10 MB; MP4 atau WebM hingga 512 MB.',
  dropHere: 'Lepaskan di sini',
  uploading: 'Mengunggah {{name}}…',
  uploaded: '{{name}} terunggah',
  phase: {
    sending: '{{name}}: {{percent, number}} % dari {{sizeBytes, fileSize}}',
    waiting: '{{name}}: berhenti di {{percent, number}} %. Dilanjutkan begitu jaringan kembali.',
    checking: '{{name}}: sudah terkirim, sedang diperiksa…',
  },
  progressOf: 'Kemajuan {{name}}',
  cancelUpload: 'Batalkan unggahan',
  cancelled: 'Unggahan {{name}} dibatalkan',
  none: 'Belum ada gambar atau video.',
  facts: '{{name}}, {{width, number}} x {{height, number}} piksel, {{sizeBytes, fileSize}}',
  videoFacts: '{{name}}, {{length}}, {{width, number}} x {{height, number}} piksel, {{sizeBytes, fileSize}}',
  position: '{{position, number}} dari {{count, number}}',
  videoOf: 'Video {{position, number}}',
  ofVideo: 'untuk video {{position, number}}',
  alternativeText: 'Teks alternatif',
  alternativeTextHint: 'Yang perlu diketahui orang yang tidak dapat melihat gambar ini.',
  describedVideo: 'Uraian video',
  describedVideoHint: 'Yang terlihat di video ini, bagi orang yang tidak dapat melihatnya. Boleh kosong.',
  captionsAre: 'Takarir:',
  addCaptions: 'Pilih takarir',
  addCaptionsOf: 'Pilih takarir video {{position, number}}',
  otherCaptions: 'Ganti takarir',
  removeCaptions: 'Lepas takarir',
  removeCaptionsOf: 'Lepas takarir video {{position, number}}',
  notCaptions: 'Itu bukan takarir. Pilih berkas WebVTT atau SRT.',
  transcript: 'Transkrip',
  transcriptHint: 'Yang diucapkan di video ini, bila takarirnya belum ada.',
  up: 'Naikkan',
  upOf: 'Naikkan {{kind}} {{position, number}}',
  down: 'Turunkan',
  downOf: 'Turunkan {{kind}} {{position, number}}',
  remove: 'Hapus',
  removeOf: 'Hapus {{kind}} {{position, number}}',
  open: 'Buka ukuran penuh',
  most: 'Paling banyak {{count, number}} gambar dan video.',
  faulty: '{{name}} belum terunggah karena gangguan. Teks Anda tetap tersimpan. Coba pilih lagi.',
  captionsFault: {
    no_cues: 'tidak ada satu pun kalimat yang punya waktu',
    time_unreadable: 'waktunya tidak terbaca; tulis seperti 00:00:01,000 --> 00:00:04,000',
    ends_before_start: 'waktu selesainya tidak sesudah waktu mulainya',
    not_text: 'isinya bukan teks UTF-8',
  },
  refusals: {
    file_not_image:
      '{{name}} rusak, jadi tidak dapat dibaca sebagai gambar. Pilih gambar lain. Teks Anda tetap tersimpan.',
    file_not_media:
      '{{name}} bukan gambar atau video. Pilih JPG, PNG, atau WebP hingga 10 MB, atau MP4 atau WebM hingga 512 MB. Teks Anda tetap tersimpan.',
    file_too_large:
      '{{name}} lebih besar dari {{limitMegabytes, number}} MB. Perkecil atau pilih berkas lain. Teks Anda tetap tersimpan.',
    file_empty: '{{name}} kosong. Pilih berkas lain. Teks Anda tetap tersimpan.',
    file_too_many_pixels:
      '{{name}} punya lebih dari {{limitMegapixels, number}} juta piksel. Perkecil atau pilih berkas lain. Teks Anda tetap tersimpan.',
    video_unreadable:
      '{{name}} tidak dapat dibaca sebagai video. Simpan lagi sebagai MP4 atau WebM, lalu pilih lagi. Teks Anda tetap tersimpan.',
    captions_unreadable:
      '{{name}} tidak dapat dibaca sebagai takarir. Baris {{line, number}}: $t(files:captionsFault.{{why}}). Perbaiki, lalu pilih lagi.',
    uploads_too_many:
      'Sudah ada {{limit, number}} unggahan Anda yang belum selesai. Tunggu, atau batalkan sebagian, lalu coba lagi.',
  },
}

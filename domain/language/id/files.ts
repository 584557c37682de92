/** Words of images: the field in the editor and what was refused. */
export const files = {
  images: 'Gambar',
  add: 'Pilih gambar',
  drop: 'Atau seret ke sini. JPG, PNG, atau WebP hingga 10 MB.',
  dropHere: 'Lepaskan gambar di sini',
  uploading: 'Mengunggah {{name}}…',
  uploaded: '{{name}} terunggah',
  none: 'Belum ada gambar.',
  facts: '{{name}}, {{width, number}} x {{height, number}} piksel, {{sizeBytes, fileSize}}',
  position: 'Gambar {{position, number}} dari {{count, number}}',
  alternativeText: 'Teks alternatif',
  alternativeTextOf: 'Teks alternatif gambar {{position, number}}',
  alternativeTextHint: 'Yang perlu diketahui orang yang tidak dapat melihat gambar ini.',
  up: 'Naikkan',
  upOf: 'Naikkan gambar {{position, number}}',
  down: 'Turunkan',
  downOf: 'Turunkan gambar {{position, number}}',
  remove: 'Hapus',
  removeOf: 'Hapus gambar {{position, number}}',
  open: 'Buka ukuran penuh',
  most: 'Paling banyak {{count, number}} gambar.',
  faulty: '{{name}} belum terunggah karena gangguan. Teks Anda tetap tersimpan. Coba pilih lagi.',
  offline:
    '{{name}} belum terunggah karena tidak ada jaringan. Teks Anda tetap tersimpan. Coba lagi setelah tersambung.',
  refusals: {
    file_not_image:
      '{{name}} bukan gambar. Pilih JPG, PNG, atau WebP hingga 10 MB. Teks Anda tetap tersimpan.',
    file_too_large:
      '{{name}} lebih besar dari {{limitMegabytes, number}} MB. Perkecil atau pilih gambar lain. Teks Anda tetap tersimpan.',
    file_empty: '{{name}} kosong. Pilih JPG, PNG, atau WebP hingga 10 MB. Teks Anda tetap tersimpan.',
    file_too_many_pixels:
      '{{name}} punya lebih dari {{limitMegapixels, number}} juta piksel. Perkecil atau pilih gambar lain. Teks Anda tetap tersimpan.',
  },
}

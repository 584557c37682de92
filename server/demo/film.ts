import { readFile } from 'node:fs/promises'

/** Five drawn slides of three seconds each, upright, without sound; what the demo shows as an uploaded video. */
export function readFilm(): Promise<Buffer> {
  return readFile(new URL('lima-langkah.mp4', import.meta.url))
}

/** What each slide says, as WebVTT. */
export const filmCaptions = `WEBVTT

00:00.000 --> 00:03.000
Satu: siapkan empat berkas.

00:03.000 --> 00:06.000
Dua: potret bagian rumah yang rusak.

00:06.000 --> 00:09.000
Tiga: isi data diri di contoh.example/brr.

00:09.000 --> 00:12.000
Empat: unggah berkas dan foto.

00:12.000 --> 00:15.000
Lima: simpan nomor pendaftaran Anda.
`

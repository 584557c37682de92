/**
 * Words that say nothing about the matter of a question. PostgreSQL's `indonesian` has no stop words of its own, so
 * what was typed is cleaned of these before it is looked for. Question words stay out of the search too: nearly every entry
 * holds one.
 */
const indonesian =
  'ada adakah adalah agar akan aku anda apa apabila apakah atas atau bagaimana bagaimanakah bagi bahwa banget ' +
  'begitu berapa berapakah bila bisa bisakah boleh bolehkah cara dan dapat dapatkah dari daripada ' +
  'dengan di dia dong dulu gimana haruskah hal halo hanya harus hingga ia ialah ini itu jadi jika juga kah kak kalau ' +
  'kalo kami kamu kan kapan kapankah karena kayak ke kenapa kepada ketika kita klo kok lagi lah lain lalu maka mana ' +
  'manakah masih mau melalui mengapa mengenai mereka misal misalnya mohon mungkin namun nanti nih nya oh oleh pada paling pak ' +
  'para per perlu permisi pernah pun saat saja saya sampai sangat seberapa sebuah secara sedang sehingga sekali ' +
  'selamat seperti serta setelah siapa siapakah sih suatu sudah sudahkah supaya tapi tanya telah tentang terhadap ' +
  'tersebut tetapi tolong untuk utk walau ya yaitu yakni yang yg bu ibu bapak min'

const english =
  'a about am an and any are as at be been being but by can could did do does doing for from had has have having he hello her ' +
  'here hi him his how i if in into is it its just me my of on or our please shall she should so some than that ' +
  'the their them then there these they this those to was we were what when where which who whom whose why will with would ' +
  'you your'

/** Negations, amounts and times of day (tidak, gratis, malam) are not here: they change the matter. */
export const stopWords: ReadonlySet<string> = new Set(`${indonesian} ${english}`.split(' '))

/** Words of the mails beyond the sentence they share with the bell. */
export const mail = {
  greeting: 'Yth. {{name}},',
  greetingWithoutName: 'Yth. Bapak/Ibu,',
  subjects: {
    invitation: 'Undangan ke Selaras {{agency}}',
    reset: 'Kata sandi baru untuk Selaras',
  },
  lines: {
    invitation: '{{by}} mengundang Anda bekerja di Selaras {{agency}}.',
    invitationValid: 'Tautan ini berlaku satu kali sampai {{until, full}}.',
    reset: 'Seseorang, mungkin Anda sendiri, meminta tautan untuk membuat kata sandi baru.',
    resetValid:
      'Tautan ini berlaku satu kali, selama satu jam. Abaikan surel ini bila Anda tidak memintanya.',
    decision_asked: 'Buka halaman keputusan untuk melihat persis apa yang akan tayang.',
    decided: 'Keputusan dan alasannya ada di halaman publikasi.',
    approval_ended:
      'Publikasi itu kembali menjadi draf. Bila diajukan lagi, keputusan diminta lagi atas isi saat itu.',
    question_asked: 'Selama pertanyaan terbuka, bahan jawaban belum dapat diselaraskan.',
    question_answered: 'Jawabannya ada di bahan jawaban.',
    signature_asked: 'Baca bahan jawaban, ajukan pertanyaan bila perlu, lalu nyatakan selaras.',
    signature_withdrawn: 'Publikasi itu belum dapat tayang sebelum bahan jawaban diselaraskan lagi.',
    blocked:
      'Publikasi itu tidak akan tayang sendiri. Halamannya menyebut siapa yang dapat membuka penghalangnya.',
    overdue: 'Konfirmasikan tautannya, atau catat mengapa tidak tayang.',
    level_changed: 'Ruang isu menyebut kewajiban dan sisa waktunya.',
    obligation_due: 'Ruang isu menyebut apa yang masih kurang.',
    obligation_missed: 'Keterlambatan ini tetap tercatat. Kewajibannya tetap harus dipenuhi.',
  },
  buttons: {
    invitation: 'Terima undangan',
    reset: 'Buat kata sandi baru',
    decision_asked: 'Buka permintaan',
    decided: 'Buka publikasi',
    approval_ended: 'Buka publikasi',
    question_asked: 'Jawab pertanyaan',
    question_answered: 'Buka bahan jawaban',
    signature_asked: 'Buka bahan jawaban',
    signature_withdrawn: 'Buka bahan jawaban',
    blocked: 'Buka publikasi',
    overdue: 'Konfirmasi tayang',
    level_changed: 'Buka ruang isu',
    obligation_due: 'Buka ruang isu',
    obligation_missed: 'Buka ruang isu',
  },
  footer: 'Surel otomatis dari Selaras {{agency}}. Jangan dibalas.',
  linkHidden: '(tautan sekali pakai, tidak ditampilkan)',
}

import { sql } from 'drizzle-orm'
import { newId } from '../../db/ids.ts'
import type { Store } from '../../db/open.ts'
import { agency, units } from '../../db/schema/agency.ts'
import { entries } from '../../db/schema/answers.ts'
import { people, roleGrants } from '../../db/schema/people.ts'
import { wordingHash } from '../../domain/answers/validity.ts'
import { noteWords, termsOf } from '../../server/answers/terms.ts'

const MOMENT = '2026-12-09T03:22:00.000Z'
const BATCH = 500

const matters =
  'pendaftaran renovasi bantuan survei berkas fotokopi pungutan biaya antrean loket kartu keluarga rumah atap lantai ' +
  'sanggahan pencairan rekening petugas desa kecamatan jadwal gelombang syarat dokumen formulir aplikasi sandi surel ' +
  'pengaduan laporan bukti foto verifikasi kuota daftar tunggu penerima warga miskin sewa kontrak tanah sertifikat'
const acts =
  'membayar mengirim melaporkan mengubah membatalkan mengambil menunggu mengunggah mencetak mengganti memeriksa mewakilkan'

/** Numbers that look random and are the same each time. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

/** An agency with one agent and a library of `size` approved entries. Answers the agent's id. */
export async function fillLibrary(store: Store, size: number): Promise<string> {
  const unitId = newId()
  const agentId = newId()
  await store.transaction(async (tx) => {
    await tx.insert(agency).values({
      name: 'Kementerian Contoh',
      zone: 'Asia/Jakarta',
      isDemo: false,
      graceMinutes: 15,
      confirmMinutes: 15,
      acknowledgementPercent: 100,
      acknowledgementBlocks: false,
      alignmentLeadWorkingDays: 1,
      alsoAlignedClasses: [],
      crowdedFrom: 6,
      uptakeThreshold: 60,
      opinionLeaderThreshold: 3,
      issueCountThreshold: null,
      opensAt: '08:00',
      closesAt: '16:00',
      createdAt: MOMENT,
      version: 1,
    })
    await tx.insert(units).values({ id: unitId, name: 'Biro', createdAt: MOMENT, version: 1 })
    await tx.insert(people).values({
      id: agentId,
      name: 'Petugas',
      locale: 'id',
      theme: 'auto',
      singleKeysOff: false,
      createdAt: MOMENT,
      version: 1,
    })
    await tx.insert(roleGrants).values({ personId: agentId, role: 'agent', unitId: null, grantedAt: MOMENT })
  })
  const random = seeded(7)
  const pick = (text: string) => {
    const words = text.split(' ')
    return words[Math.floor(random() ** 1.6 * words.length)] ?? ''
  }
  for (let done = 0; done < size; done += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, size - done) }, (_, at) => {
      const number = done + at
      const question = `Apakah ${pick(matters)} ${pick(matters)} harus ${pick(acts)} ${pick(matters)} nomor ${number % 997}?`
      const answer = `${pick(matters)} ${pick(acts)} ${pick(matters)} di kantor ${pick(matters)}, ${pick(matters)} ${pick(acts)}.`
      const hash = wordingHash({ question, answer, voiceAnswer: null, socialAnswer: null })
      return { question, answer, hash }
    })
    await store.transaction(async (tx) => {
      await tx.insert(entries).values(
        rows.map(({ question, answer, hash }) => ({
          unitId,
          question,
          answer,
          notToSay: '',
          source: '',
          wordingHash: hash,
          approvedHash: hash,
          questionTerms: termsOf(question),
          answerTerms: termsOf(answer),
          createdBy: agentId,
          createdAt: MOMENT,
          changedAt: MOMENT,
          version: 1,
        })),
      )
      await noteWords(
        tx,
        rows.flatMap(({ question, answer }) => [question, answer]),
      )
    })
  }
  await store.transaction((tx) => tx.execute(sql`analyze entries, vocabulary`))
  return agentId
}

/** What callers type: whole words, a beginning, a mistyped word, much of it, nothing known. */
export const typed = [
  'biaya pendaftaran renovasi',
  'disuruh bayar 50rb pas daftar',
  'pungutn liar di desa',
  'kapan pencairan bantuan rumah gelombang dua',
  'fotokopi kartu keluarga',
  'serti',
  'Pak saya mau tanya kenapa antrean di loket kecamatan lama sekali ya untuk survei atap rumah',
  'zzzz qqqq',
  'pendaftaran',
  'mengunggah foto bukti sertifikat tanah aplikasi',
]

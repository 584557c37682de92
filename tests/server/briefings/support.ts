import type { BriefingChanges, BriefingOwner } from '../../../domain/briefings/input.ts'
import { briefing } from '../../../server/briefings/briefing.ts'
import { edit } from '../../../server/briefings/edit.ts'
import type { ActingPerson, TestAgency } from '../../support/agency.ts'
import { aPublication } from '../publications/support.ts'

export const aText: BriefingChanges = {
  summary: 'Pendaftaran dibuka Senin, daring dan gratis.',
  keyMessages: ['Siapkan KTP dan kartu keluarga.', 'Pendaftaran tidak dipungut biaya.'],
  notToSay: ['Jumlah kuota per kabupaten. Angkanya belum ditetapkan.'],
  entries: [
    { entryId: null, question: 'Apakah rumah kontrakan bisa didaftarkan?', answer: 'Tidak.' },
    { entryId: null, question: 'Kalau tidak punya sertifikat?', answer: 'Surat keterangan tanah diterima.' },
  ],
  escalationContact: 'Wayan Suteja, pesawat 214',
  sources: ['Siaran pers 7 Desember'],
}

/** A publication whose briefing a planner has begun, as version 1. */
export async function aBriefing(agency: TestAgency, changes: BriefingChanges = aText) {
  const publication = await aPublication(agency, { subjectClass: 'service_change' })
  const owner: BriefingOwner = { kind: 'publication', id: publication.id }
  const saved = await agency.people.planner.call(edit, { owner, version: 0, changes })
  if (saved.number === null || saved.hash === null) throw new Error('nothing was saved')
  return { publication, owner, ...saved, number: saved.number, hash: saved.hash }
}

/** The briefing as a person sees it; fails where there is none. */
export async function seen(person: ActingPerson, of: BriefingOwner) {
  const page = await person.look(briefing, { of })
  if (page.briefing === null) throw new Error('no briefing')
  return { ...page, briefing: page.briefing }
}

import { describe, expect, test } from 'vitest'
import type { Briefing } from '../../../client/briefings/briefing-data.ts'
import {
  afterLeaving,
  afterSave,
  changesOf,
  type FormEntry,
  formOf,
  readTyped,
  waiting,
} from '../../../client/briefings/typing.ts'

const present = {
  ...formOf(null),
  summary: 'Pendaftaran dibuka.',
  keyMessages: 'Gratis.\nDaring.',
}
const anEntry = (given: Partial<FormEntry> = {}): FormEntry => ({
  entryId: null,
  localId: 'new 1',
  question: 'Berapa biayanya?',
  answer: 'Gratis.',
  ...given,
})

describe('a briefing as it is typed', () => {
  test('an empty briefing is a form of empty fields', () => {
    expect(formOf(null)).toEqual({
      summary: '',
      keyMessages: '',
      notToSay: '',
      entries: [],
      escalationContact: '',
      sources: '',
    })
  })

  test('lists are a line each, blank ones left out', () => {
    expect(changesOf({ keyMessages: ' Gratis. \n\nDaring.\n' })).toEqual({
      keyMessages: ['Gratis.', 'Daring.'],
    })
  })

  test('an entry without question or answer waits', () => {
    const entries = [anEntry(), anEntry({ localId: 'new 2', answer: ' ' })]
    expect(changesOf({ entries }).entries).toHaveLength(1)
  })

  test('a blank line at the end is nothing to send, and stays under the cursor', () => {
    const typed = { base: 3, fields: { keyMessages: 'Gratis.\nDaring.\n' } }
    expect(waiting(typed, present)).toEqual([])
    expect(afterLeaving(typed, 'keyMessages', present).fields).toEqual({})
  })

  test('after a save only what was typed meanwhile is left, from the new version', () => {
    const sent = { summary: 'Baru.' }
    expect(afterSave({ base: 3, fields: sent }, sent, 4, [])).toEqual({ base: 4, fields: {} })
    const typedOn = { base: 3, fields: { summary: 'Baru. Lagi' } }
    expect(afterSave(typedOn, sent, 4, [])).toEqual({ base: 4, fields: { summary: 'Baru. Lagi' } })
  })

  test('a new entry typed on while it was saved has the id that the library gave it', () => {
    const sent = { entries: [anEntry()] }
    const typedOn = { base: 3, fields: { entries: [anEntry({ answer: 'Gratis. Tanpa biaya.' })] } }
    expect(afterSave(typedOn, sent, 4, ['e1']).fields.entries).toEqual([
      anEntry({ entryId: 'e1', answer: 'Gratis. Tanpa biaya.' }),
    ])
    expect(afterSave({ base: 3, fields: sent }, sent, 4, ['e1']).fields).toEqual({})
  })

  test('an entry begun and not finished outlives the save of the others', () => {
    const begun = anEntry({ localId: 'new 2', question: '', answer: '' })
    const sent = { entries: [anEntry(), begun] }
    expect(afterSave({ base: 3, fields: sent }, sent, 4, ['e1']).fields.entries).toEqual([
      anEntry({ entryId: 'e1' }),
      begun,
    ])
  })

  test('what the device kept unreadably is nothing', () => {
    expect(readTyped('{"base"').fields).toEqual({})
    expect(readTyped('7').fields).toEqual({})
    expect(readTyped(JSON.stringify({ base: 2, fields: { summary: 'A' } })).fields).toEqual({ summary: 'A' })
  })

  test('the server’s words become the form’s', () => {
    const content = { ...formOf(null), keyMessages: ['A', 'B'], notToSay: [], sources: [], entries: [] }
    expect(formOf(content as unknown as Briefing['content']).keyMessages).toBe('A\nB')
  })
})

import { afterEach, beforeEach, expect, test } from 'vitest'
import { add } from '../../../server/accounts/add.ts'
import { change } from '../../../server/accounts/change.ts'
import { editor } from '../../../server/publications/editor.ts'
import { anAgency, type TestAgency } from '../../support/agency.ts'
import { aDraft, refusalOf } from '../approvals/support.ts'

let s: TestAgency
beforeEach(async () => {
  s = await anAgency()
})
afterEach(() => s.drop())

const secret = () =>
  aDraft(s, { objective: 'protect', subjectClass: 'clarification', accountIds: [s.accounts.executive] })

test('an administrator does not make themselves the office-holder and read the plans', async () => {
  const { administrator } = s.people
  const publicationId = await secret()
  const officeHolder = { personId: administrator.id }
  const work = administrator.call(change, { id: s.accounts.executive, version: 1, officeHolder })
  expect((await refusalOf(work)).code).toBe('circle_not_yourself')
  expect((await refusalOf(administrator.look(editor, { publicationId }))).code).toBe('not_found')
})

test('nor of an executive account they add', async () => {
  const { administrator } = s.people
  const work = administrator.call(add, {
    unitId: s.unit,
    platform: 'x',
    handle: 'wakilmenteri',
    displayName: 'Wakil Menteri',
    kind: 'executive',
    officeHolder: { personId: administrator.id },
    office: 'Wakil Menteri',
    minimumMinutes: 0,
  })
  expect((await refusalOf(work)).code).toBe('circle_not_yourself')
})

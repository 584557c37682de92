import { afterEach, beforeEach, expect, test } from 'vitest'
import { grantRole } from '../../../server/people/grant-role.ts'
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

test('an administrator does not grant themselves a role of the circle and read the plans', async () => {
  const { administrator } = s.people
  const publicationId = await secret()
  const grant = { role: 'agent' as const, unitId: null }
  const work = administrator.call(grantRole, { personId: administrator.id, grant })
  expect((await refusalOf(work)).code).toBe('role_not_yourself')
  expect((await refusalOf(administrator.look(editor, { publicationId }))).code).toBe('not_found')
})

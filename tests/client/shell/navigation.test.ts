import { describe, expect, test } from 'vitest'
import { firstPage, furtherPages, navigationOf } from '../../../client/shell/navigation.ts'
import type { Role } from '../../../domain/permissions.ts'

const roles = (...held: Role[]) => new Set(held)
const page = (held: Set<Role>, more: Partial<Parameters<typeof firstPage>[0]> = {}) =>
  firstPage({ roles: held, chosen: null, isPhone: false, onlyApprovalId: null, ...more })

describe('each role has its own navigation and first page', () => {
  test.each<[Role, string, string]>([
    ['planner', '/calendar', 'calendar approvals upcoming desk issues'],
    ['agent', '/upcoming', 'upcoming desk library calendar issues'],
    ['lead_agent', '/upcoming', 'upcoming desk library calendar issues'],
    ['approver', '/approvals', 'approvals calendar issues'],
    ['private_office', '/duty', 'duty calendar'],
    ['administrator', '/calendar', 'calendar approvals upcoming desk issues duty settings'],
    ['contributor', '/calendar', 'calendar upcoming issues'],
    ['reader', '/calendar', 'calendar upcoming issues'],
  ])('%s begins on %s', (role, first, row) => {
    expect(page(roles(role))).toBe(first)
    expect(navigationOf(roles(role)).row.join(' ')).toBe(row)
  })

  test('several roles are joined in the order agent, approver, planner', () => {
    const both = roles('planner', 'agent')
    expect(page(both)).toBe('/upcoming')
    expect(navigationOf(both).row).toEqual(['upcoming', 'desk', 'library', 'calendar', 'issues', 'approvals'])
    expect(navigationOf(both).tabs).toHaveLength(4)
  })

  test('an approver on a phone with exactly one decision waiting goes straight to it', () => {
    expect(page(roles('approver'), { isPhone: true, onlyApprovalId: 'a' })).toBe('/approvals/a')
    expect(page(roles('approver'), { isPhone: false, onlyApprovalId: 'a' })).toBe('/approvals')
    expect(page(roles('planner'), { isPhone: true, onlyApprovalId: 'a' })).toBe('/calendar')
  })

  test('a page of one’s own choice comes first, but none that the roles do not open', () => {
    expect(page(roles('planner'), { chosen: '/desk' })).toBe('/desk')
    expect(page(roles('planner'), { chosen: '/settings' })).toBe('/calendar')
  })

  test('settings are for administrators, the import for planners', () => {
    expect(furtherPages(roles('reader'))).not.toContain('settings')
    expect(furtherPages(roles('reader'))).not.toContain('import')
    expect(furtherPages(roles('administrator'))).toContain('settings')
    expect(furtherPages(roles('planner'))).toContain('import')
  })
})

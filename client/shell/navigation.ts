import type { Role } from '../../domain/permissions.ts'
import type { Frame } from './frame.ts'

export const destinations = {
  calendar: { path: '/calendar', key: 'K' },
  approvals: { path: '/approvals', key: 'P' },
  upcoming: { path: '/upcoming', key: 'A' },
  desk: { path: '/desk', key: 'M' },
  library: { path: '/library', key: null },
  questions: { path: '/questions', key: null },
  issues: { path: '/issues', key: 'I' },
  duty: { path: '/duty', key: null },
  import: { path: '/import', key: null },
  settings: { path: '/settings', key: null },
} as const

export type Destination = keyof typeof destinations

type Navigation = { row: Destination[]; tabs: Destination[]; first: Destination }

const planner: Navigation = {
  row: ['calendar', 'approvals', 'upcoming', 'desk', 'issues'],
  tabs: ['calendar', 'approvals', 'issues', 'desk'],
  first: 'calendar',
}
const agent: Navigation = {
  row: ['upcoming', 'desk', 'library', 'calendar', 'issues'],
  tabs: ['upcoming', 'desk', 'library', 'issues'],
  first: 'upcoming',
}
const approver: Navigation = {
  row: ['approvals', 'calendar', 'issues'],
  tabs: ['approvals', 'calendar', 'issues'],
  first: 'approvals',
}
const reader: Navigation = {
  row: ['calendar', 'upcoming', 'issues'],
  tabs: ['calendar', 'upcoming', 'issues'],
  first: 'calendar',
}

const byRole: Record<Role, Navigation> = {
  agent,
  lead_agent: agent,
  approver,
  planner,
  private_office: { row: ['duty', 'calendar'], tabs: ['duty', 'calendar'], first: 'duty' },
  administrator: {
    row: [...planner.row, 'duty', 'settings'],
    tabs: ['calendar', 'approvals', 'issues', 'settings'],
    first: 'calendar',
  },
  contributor: reader,
  reader,
}

/** Who holds several roles gets the union of their rows, in this order. */
const order: readonly Role[] = [
  'lead_agent',
  'agent',
  'approver',
  'planner',
  'private_office',
  'contributor',
  'reader',
  'administrator',
]

/** The words of the top row, the four tabs of the phone, and the page that comes first. Source: Selaras pages, 1. */
export function navigationOf(roles: ReadonlySet<Role>): Navigation {
  const held = order.filter((role) => roles.has(role)).map((role) => byRole[role])
  const [first] = held
  if (!first) return reader
  return {
    row: [...new Set(held.flatMap((one) => one.row))],
    tabs: [...new Set(held.flatMap((one) => one.tabs))].slice(0, 4),
    first: first.first,
  }
}

/** What stands under "Lainnya" on the phone, and among the commands: all that the roles may open. */
export function furtherPages(roles: ReadonlySet<Role>): Destination[] {
  const all: Destination[] = [...navigationOf(roles).row, 'library']
  if (roles.has('planner') || roles.has('lead_agent')) all.push('questions')
  if (roles.has('planner')) all.push('import')
  all.push('duty')
  if (roles.has('administrator')) all.push('settings')
  return [...new Set(all)]
}

/**
 * The address of the first page after sign-in: the person's own choice, else their role's; an approver on a phone with
 * exactly one decision waiting goes straight to it.
 */
export function firstPage(given: {
  roles: ReadonlySet<Role>
  chosen: string | null
  isPhone: boolean
  onlyApprovalId: Frame['onlyApprovalId']
}): string {
  const { roles, chosen, isPhone, onlyApprovalId } = given
  const mayOpen = furtherPages(roles).map((one) => destinations[one].path as string)
  if (chosen !== null && mayOpen.includes(chosen)) return chosen
  const { first } = navigationOf(roles)
  if (first === 'approvals' && isPhone && onlyApprovalId !== null) return `/approvals/${onlyApprovalId}`
  return destinations[first].path
}

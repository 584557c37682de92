/**
 * Who may do what, on one page. A role is held in one unit (`unitId`) or for the whole agency (`unitId` null);
 * a role for the agency counts in every unit. Source: Selaras decisions of day one, "Who may do what".
 */
export const roles = [
  'contributor',
  'planner',
  'agent',
  'lead_agent',
  'approver',
  'private_office',
  'administrator',
  'reader',
] as const

export type Role = (typeof roles)[number]

export type Grant = { role: Role; unitId: string | null }

/** Roles that only make sense for the whole agency; the others are usually given in a unit. */
export const agencyRoles = ['agent', 'lead_agent', 'administrator', 'reader'] as const satisfies Role[]

const planning = ['planner'] as const
const drafting = ['contributor', 'planner'] as const
const desk = ['agent', 'lead_agent'] as const
const everyone = roles

/** Each action and the roles that carry it. Where an action concerns a unit, the role must be held there or for the agency. */
export const actions = {
  'own.account': everyone,
  'institutional.read': everyone,
  'settings.read': ['administrator'],
  'agency.manage': ['administrator'],
  'people.manage': ['administrator'],
  'accounts.manage': ['administrator'],
  'marks.manage': ['administrator'],
  'audit.read': ['administrator'],
  'duty.manage': ['administrator', 'private_office', 'planner', 'lead_agent'],
  'delegation.manage': ['private_office'],
  'publication.draft': drafting,
  'publication.comment': ['contributor', 'planner', 'agent', 'lead_agent', 'approver', 'private_office'],
  'publication.plan': planning,
  'publication.submit': planning,
  'publication.handOver': planning,
  'publication.import': planning,
  'campaign.manage': planning,
  'agenda.manage': planning,
  'template.manage': planning,
  'template.use': drafting,
  'file.upload': [...drafting, ...desk],
  'briefing.write': planning,
  'briefing.answer': planning,
  'briefing.read': ['contributor', 'planner', 'agent', 'lead_agent', 'approver', 'private_office', 'reader'],
  'briefing.ask': desk,
  'briefing.acknowledge': desk,
  'briefing.sign': ['lead_agent'],
  'answers.search': everyone,
  'answers.count': [...desk, 'planner'],
  'answers.write': ['planner', 'lead_agent'],
  'answers.confirm': ['lead_agent', 'planner'],
  'approval.decide': ['approver'],
  'pause.except': ['approver'],
  'issue.record': [...desk, 'planner', 'contributor', 'approver'],
  'issue.lead': ['planner', 'lead_agent'],
  'issue.lower': ['approver'],
  'issue.read': everyone,
} as const satisfies Record<string, readonly Role[]>

export type Action = keyof typeof actions

/** Whether these grants carry `action` in `unitId`; with null, whether they carry it for the whole agency. */
export function holds(grants: readonly Grant[], action: Action, unitId: string | null): boolean {
  const carrying: readonly Role[] = actions[action]
  return grants.some(
    (grant) => carrying.includes(grant.role) && (grant.unitId === null || grant.unitId === unitId),
  )
}

/** Whether these grants carry `action` anywhere at all: what a door may ask before the object is known. */
export function holdsAnywhere(grants: readonly Grant[], action: Action): boolean {
  const carrying: readonly Role[] = actions[action]
  return grants.some((grant) => carrying.includes(grant.role))
}

export function hasRole(grants: readonly Grant[], role: Role, unitId: string | null): boolean {
  return grants.some((grant) => grant.role === role && (grant.unitId === null || grant.unitId === unitId))
}

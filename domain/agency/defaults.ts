/**
 * What an agency has decided before it decided anything. Sources: Selaras rules, Readiness (grace 15 minutes,
 * acknowledgement a warning), Briefing and desk (one working day before), Issue level (60 and 3), Publication
 * (unconfirmed after 15 minutes is overdue). The rest is a plain office day and a first guess; each can be changed.
 */
export const agencyDefaults = {
  graceMinutes: 15,
  confirmMinutes: 15,
  acknowledgementPercent: 80,
  acknowledgementBlocks: false,
  alignmentLeadWorkingDays: 1,
  alsoAlignedClasses: [] as string[],
  crowdedFrom: 6,
  uptakeThreshold: 60,
  opinionLeaderThreshold: 3,
  issueCountThreshold: null,
  opensAt: '08:00',
  closesAt: '16:00',
} as const

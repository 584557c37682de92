import type { World } from '../infrastructure/world.ts'
import { fourEyes, gate, outcomes } from './check-gate.ts'
import { oneAdministrator, oneAgency, signInGone } from './check-people.ts'
import { briefingFacts, oneLiveSubmission, publicationFacts, signedVersions } from './check-publications.ts'
import { nothingDueMissed, obligationsKept, records, storedFiles } from './check-records.ts'
import type { Check, Finding } from './finding.ts'

/** Every invariant that the database and its files can show by themselves. */
export const checks: readonly Check[] = [
  oneAgency,
  oneAdministrator,
  signInGone,
  publicationFacts,
  oneLiveSubmission,
  briefingFacts,
  signedVersions,
  gate,
  fourEyes,
  outcomes,
  storedFiles,
  obligationsKept,
  nothingDueMissed,
  records,
]

/** Looks over the whole database and changes nothing. Empty means sound. `except` names checks to leave out. */
export async function diagnose(world: World, except: readonly string[] = []): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const check of checks) {
    if (except.includes(check.name)) continue
    for (const finding of await check.find(world)) findings.push({ check: check.name, ...finding })
  }
  return findings
}

import { accounts } from '../../../db/schema/accounts.ts'
import { publications, variants } from '../../../db/schema/publications.ts'
import { monthInput } from '../../../domain/reading/input.ts'
import { dayOf } from '../../../domain/time.ts'
import { month } from '../../../server/reading/month.ts'
import type { ActingPerson, TestAgency } from '../../support/agency.ts'

type PublicationValues = typeof publications.$inferInsert
export type Planned = typeof publications.$inferSelect

/** A publication's row as the commands would have left it, with a variant for each account. */
export async function planned(agency: TestAgency, given: Partial<PublicationValues> = {}): Promise<Planned> {
  const [row] = await plannedMany(agency, [given])
  if (!row) throw new Error('no row')
  return row
}

export async function plannedMany(
  agency: TestAgency,
  many: Partial<PublicationValues>[],
): Promise<Planned[]> {
  const { planner } = agency.people
  return agency.database.store.transaction(async (tx) => {
    const executive = new Set(
      (await tx.select().from(accounts)).filter((one) => one.kind === 'executive').map((one) => one.id),
    )
    const rows = await tx
      .insert(publications)
      .values(
        many.map((given) => {
          const accountIds = given.accountIds ?? [agency.accounts.x]
          const onExecutive = accountIds.filter((accountId) => executive.has(accountId))
          const plannedAt = given.plannedAt === undefined ? '2026-12-11T02:00:00.000Z' : given.plannedAt
          const wasPosted = (given.postedCount ?? 0) + (given.withdrawnCount ?? 0) > 0
          return {
            unitId: agency.unit,
            title: 'Pengingat: siapkan berkas',
            objective: 'promote',
            subjectClass: 'information',
            mainText: 'Sobat Contoh, siapkan berkas.',
            language: 'id',
            plannedDay: plannedAt === null ? null : dayOf(plannedAt, 'Asia/Jakarta'),
            timeKind: plannedAt === null ? 'none' : 'exact',
            ownerId: planner.id,
            notes: '',
            state: 'draft',
            createdBy: planner.id,
            createdAt: agency.now(),
            changedAt: agency.now(),
            version: 1,
            timeVersion: 1,
            isExecutive: onExecutive.length > 0,
            isTimeBound: onExecutive.length > 0,
            stepsRequired: 0,
            stepsDecided: 0,
            waitingFor: [],
            openQuestions: 0,
            questionsAfterSignature: 0,
            acknowledgedCount: 0,
            blockingFindings: 0,
            warningFindings: 0,
            isHeld: false,
            variantCount: accountIds.length,
            postedCount: 0,
            notPostedCount: 0,
            withdrawnCount: 0,
            ...given,
            plannedAt,
            accountIds,
            restrictedAccountIds: wasPosted ? [] : onExecutive,
          } satisfies PublicationValues
        }),
      )
      .returning()
    const blocks = { code: 'text_empty', severity: 'blocker', data: { imageWouldDo: false } }
    const variantRows = rows.flatMap((row) =>
      row.accountIds.map((accountId, index) => ({
        publicationId: row.id,
        accountId,
        hasOwnMedia: false,
        plannedAt: row.plannedAt,
        findings: index < row.blockingFindings ? [blocks] : [],
        outcome: 'none' as const,
        version: 1,
      })),
    )
    for (let from = 0; from < variantRows.length; from += 2000)
      await tx.insert(variants).values(variantRows.slice(from, from + 2000))
    return rows
  })
}

/** December 2026 as a grid shows it, from Monday 30 November. */
export function december(person: ActingPerson, filter: object = {}) {
  return person.look(month, monthInput.parse({ from: '2026-11-30', to: '2027-01-10', filter }))
}

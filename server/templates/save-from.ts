import { and, eq, isNotNull } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { campaigns } from '../../db/schema/campaigns.ts'
import { authors } from '../../db/schema/publications.ts'
import { emptyBriefing } from '../../domain/briefings/content.ts'
import { subjectClasses } from '../../domain/subject-classes.ts'
import { saveFromInput } from '../../domain/templates/input.ts'
import type { Instant } from '../../domain/time.ts'
import { lockBriefingIfAny } from '../briefings/lock-briefing.ts'
import { command } from '../infrastructure/command.ts'
import { refuse } from '../infrastructure/refuse.ts'
import { proveRight } from '../infrastructure/right.ts'
import { lockPublication, type PublicationRow } from '../publications/lock.ts'
import { writeTemplate } from './create.ts'
import { shownAccounts } from './usual-accounts.ts'

/**
 * Keeps what a publication is as a template of its unit: its accounts that still stand, its main text, and of its own
 * briefing the messages and the questions, without their answers. Whoever wrote the publication counts as an author of
 * what is made from the template. Refusals: not_found, template_of_circle, template_embargoed, template_name_taken,
 * templates_too_many, template_too_long.
 */
export const saveFrom = command({
  name: 'templates.saveFrom',
  right: 'template.manage',
  input: saveFromInput,
  async run({ input, ...context }) {
    const { tx, person, moment } = context
    const publication = await lockPublication(tx, input.publicationId, person, moment)
    const right = proveRight(person, 'template.manage', publication.unitId)
    if (publication.isExecutive || publication.restrictedAccountIds.length > 0)
      refuse('template_of_circle', {})
    const until = await embargoEnd(tx, publication, moment)
    if (until !== null) refuse('template_embargoed', { until })
    const shown = await shownAccounts(tx, publication.accountIds)
    const { begun } = await lockBriefingIfAny(tx, { kind: 'publication', id: publication.id }, person, moment)
    const { keyMessages, notToSay, summary, entries } = begun?.present.content ?? emptyBriefing
    const { unitId, objective, language, mainText } = publication
    const template = {
      ...{ unitId, objective, language, mainText, keyMessages, notToSay },
      name: input.name,
      subjectClass: subjectClasses.find((one) => one === publication.subjectClass) ?? null,
      accountIds: publication.accountIds.filter((id) => shown.get(id)?.endedAt === null),
      summaryPrompt: summary,
      questions: [...new Set(entries.map((entry) => entry.question))],
    }
    const wrote = await tx
      .select({ personId: authors.personId })
      .from(authors)
      .where(eq(authors.publicationId, publication.id))
    const alsoAuthors = wrote.map((author) => author.personId)
    const id = await writeTemplate(context, right, template, alsoAuthors, { publicationId: publication.id })
    return { id }
  },
})

/** The later of its own embargo and its campaign's, while one is on it; null where none is. */
async function embargoEnd(tx: Tx, publication: PublicationRow, moment: Instant): Promise<Instant | null> {
  const ends = publication.embargoUntil === null ? [] : [publication.embargoUntil]
  if (publication.campaignId !== null) {
    const rows = await tx
      .select({ until: campaigns.embargoUntil })
      .from(campaigns)
      .where(and(eq(campaigns.id, publication.campaignId), isNotNull(campaigns.embargoUntil)))
    ends.push(...rows.flatMap((row) => row.until ?? []))
  }
  return (
    ends
      .filter((end) => end > moment)
      .toSorted()
      .at(-1) ?? null
  )
}

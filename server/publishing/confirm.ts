import { eq } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { submissions } from '../../db/schema/publications.ts'
import { platformFacts } from '../../domain/platforms/facts.ts'
import type { PlatformId } from '../../domain/platforms/platform.ts'
import { isPostLinkOf, postHostsOf } from '../../domain/platforms/post-link.ts'
import type { CanonicalContent } from '../../domain/publications/content.ts'
import { confirmInput } from '../../domain/publishing/input.ts'
import { switchOnEntries } from '../answers/switch-on.ts'
import { pastedText } from '../approvals/posts.ts'
import { command } from '../infrastructure/command.ts'
import { refuse } from '../infrastructure/refuse.ts'
import { type OpenOutcome, openOutcome, writeOutcome } from './outcome.ts'

/**
 * Records that a variant is out: its link where the platform gives one, and when. What was posted is kept as posted. The
 * first one makes the publication published, seen by everybody from then on, and its answers hold. Refusals: not_found, not_handed_over,
 * outcome_not_next, post_link_missing, `post_link_elsewhere` at the link, posted_moment_unlikely.
 */
export const confirm = command({
  name: 'publishing.confirm',
  right: 'publication.handOver',
  input: confirmInput,
  async run(context) {
    const { tx, person, input, moment, record } = context
    const open = await openOutcome(context, 'posted')
    const { handover, account, publication, facts } = open
    const platform = account.platform as PlatformId
    if (platformFacts[platform].givesLink && input.link === null) refuse('post_link_missing', { platform })
    if (input.link !== null && !isPostLinkOf(platform, input.link)) {
      const params = { platform, hosts: postHostsOf(platform) }
      refuse('input_invalid', { fields: [{ path: 'link', code: 'post_link_elsewhere', params }] })
    }
    const happenedAt = input.happenedAt ?? moment
    // A person gives the moment to the minute.
    const from = `${handover.handedOverAt.slice(0, 16)}:00.000Z`
    if (happenedAt < from || happenedAt > moment) {
      refuse('posted_moment_unlikely', { from: handover.handedOverAt, until: moment })
    }
    const isFirst = !facts.others.some((outcome) => outcome === 'posted' || outcome === 'withdrawn')
    const posted = await postedContent(tx, open, platform)
    const written = { kind: 'posted', link: input.link, happenedAt, posted } as const
    const row = await writeOutcome(tx, open, written, person.id, moment)
    if (isFirst) await switchOnEntries(tx, publication.id, moment)
    await record({
      room: 'publishing',
      subjectId: publication.id,
      publicationId: publication.id,
      action: 'publishing.posted',
      version: row.version,
      data: { variantId: open.variant.id, accountId: account.id, handoverId: handover.id, isFirst },
    })
    return { state: row.state, isFirst }
  },
})

/** What went out, from the frozen content that was approved: never from what a row says later. */
async function postedContent(tx: Tx, open: OpenOutcome, platform: PlatformId) {
  const [submission] = await tx
    .select({ content: submissions.content })
    .from(submissions)
    .where(eq(submissions.id, open.handover.submissionId))
  const content = submission?.content as CanonicalContent | undefined
  const variant = content?.variants.find((one) => one.accountId === open.account.id)
  if (variant === undefined) throw new Error(`variant ${open.variant.id} is not in what was approved`)
  return { ...variant, pastedText: pastedText(platform, variant), handle: open.account.handle }
}

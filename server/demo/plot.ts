import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { decisions, steps } from '../../db/schema/approvals.ts'
import { briefings, briefingVersions } from '../../db/schema/briefings.ts'
import { publications, submissions, variants } from '../../db/schema/publications.ts'
import type { SubjectClass } from '../../domain/subject-classes.ts'
import type { Instant } from '../../domain/time.ts'
import { approve } from '../approvals/approve.ts'
import { submit } from '../approvals/submit.ts'
import { acknowledge } from '../briefings/acknowledge.ts'
import { ask } from '../briefings/ask.ts'
import { edit as editBriefing } from '../briefings/edit.ts'
import { sign } from '../briefings/sign.ts'
import { upload } from '../files/upload.ts'
import { create } from '../publications/create.ts'
import { edit } from '../publications/edit.ts'
import { editVariant } from '../publications/edit-variant.ts'
import { setMedia } from '../publications/set-media.ts'
import { confirm } from '../publishing/confirm.ts'
import type { DemoAccount, DemoName } from './cast.ts'
import { filmCaptions, readFilm } from './film.ts'
import { drawPicture, type Picture } from './pictures.ts'
import type { Stage } from './stage.ts'
import type { DemoPublic, Surroundings } from './surroundings.ts'

export type Post = {
  title: string
  objective: 'promote' | 'protect'
  subjectClass: SubjectClass | null
  accounts: DemoAccount[]
  text: string
  by: DemoName
  writtenAt: Instant
  /** When it is to go out; null: an idea without a time. */
  at: Instant | null
  tentative?: boolean
  inCampaign?: boolean
  /** It hangs on the opening of the registration. */
  atOpening?: boolean
  public?: DemoPublic
  embargoUntil?: Instant
  picture?: [Picture, string]
  /** The account that posts the film instead of the picture, and what is seen in it. */
  film?: [DemoAccount, string]
  own?: Partial<Record<DemoAccount, { ownText?: string; headline?: string }>>
  link?: string
  notes?: string
}

export type Briefing = {
  summary?: string
  keyMessages?: string[]
  notToSay?: string[]
  entries?: ({ entryId: string } | { entryId: null; question: string; answer: string })[]
  escalationContact?: string
  sources?: string[]
}

/** One publication of the story; its scenes are put where their times are. */
export function plotter(stage: Stage, around: Surroundings & { campaignId(): string }) {
  return (post: Post) => {
    let id = ''
    const { cast, tx } = stage
    const owner = () => ({ kind: 'publication' as const, id })

    const row = async () => {
      const [found] = await tx.select().from(publications).where(eq(publications.id, id))
      if (!found) throw new Error(`${post.title} is not written yet`)
      return found
    }
    const variantOf = async (account: DemoAccount) => {
      const [found] = await tx
        .select()
        .from(variants)
        .where(and(eq(variants.publicationId, id), eq(variants.accountId, cast.accounts[account])))
      if (!found) throw new Error(`${post.title} has no variant for ${account}`)
      return found
    }
    const briefingOf = async () => {
      const [found] = await tx
        .select({ version: briefings.version, number: briefings.presentNumber, hash: briefingVersions.hash })
        .from(briefings)
        .innerJoin(
          briefingVersions,
          and(
            eq(briefingVersions.briefingId, briefings.id),
            eq(briefingVersions.number, briefings.presentNumber),
          ),
        )
        .where(eq(briefings.publicationId, id))
      return found ?? { version: 0, number: 0, hash: '' }
    }

    const write = async () => {
      const time =
        post.at === null
          ? { kind: 'none' as const }
          : { ...stage.given(post.at), ...(post.tentative ? { kind: 'tentative' as const } : {}) }
      const made = await stage.does(post.by, create, {
        title: post.title,
        objective: post.objective,
        subjectClass: post.subjectClass,
        time,
        accountIds: post.accounts.map((account) => cast.accounts[account]),
        campaignId: post.inCampaign ? around.campaignId() : null,
        agendaEventId: post.atOpening ? around.openingId() : null,
        publicId: post.public ? around.publicId(post.public) : null,
        unitId: cast.bureauId,
        mainText: post.text,
        mainLink: post.link ?? null,
        notes: post.notes ?? '',
      })
      id = made.id
      if (post.embargoUntil) await embargo(post.embargoUntil)
      if (post.picture) await illustrate(post.picture)
      if (post.film) await show(post.film)
      for (const [account, changes] of Object.entries(post.own ?? {})) {
        const variant = await variantOf(account as DemoAccount)
        const change = { publicationId: id, variantId: variant.id, version: variant.version, changes }
        await stage.does(post.by, editVariant, change)
      }
    }
    const embargo = async (embargoUntil: Instant) => {
      const { version } = await row()
      await stage.does(post.by, edit, { publicationId: id, version, changes: { embargoUntil } })
    }
    const keep = (name: string, bytes: Uint8Array) =>
      upload(stage.world, { personId: cast.people[post.by], requestId: 'demo' }, { name, bytes })
    const show = async ([account, alternativeText]: [DemoAccount, string]) => {
      const film = await keep('lima-langkah.mp4', await readFilm())
      const captions = await keep('lima-langkah.vtt', Buffer.from(filmCaptions))
      const { id: variantId, version } = await variantOf(account)
      const images = [{ fileId: film.id, alternativeText, captionsFileId: captions.id }]
      await stage.does(post.by, setMedia, { publicationId: id, variantId, version, images })
    }
    const illustrate = async ([picture, alternativeText]: [Picture, string]) => {
      const file = await keep(`${picture}.jpg`, await drawPicture(picture))
      const { version } = await row()
      const images = [{ fileId: file.id, alternativeText }]
      await stage.does(post.by, setMedia, { publicationId: id, variantId: null, version, images })
    }
    stage.scene(post.writtenAt, write)

    const plot = {
      id: () => id,
      row,
      variantOf,
      /** A later change of the main text. */
      rewrite(at: Instant, who: DemoName, mainText: string) {
        stage.scene(at, async () => {
          const { version } = await row()
          await stage.does(who, edit, { publicationId: id, version, changes: { mainText } })
        })
        return plot
      },
      brief(at: Instant, who: DemoName, changes: Briefing | (() => Briefing)) {
        stage.scene(at, async () => {
          const { version } = await briefingOf()
          const given = typeof changes === 'function' ? changes() : changes
          await stage.does(who, editBriefing, { owner: owner(), version, changes: given })
        })
        return plot
      },
      sign(at: Instant) {
        stage.scene(at, async () => {
          const { number, hash } = await briefingOf()
          await stage.does('nur', sign, { owner: owner(), number, hash })
        })
        return plot
      },
      read(at: Instant, ...readers: DemoName[]) {
        stage.scene(at, async () => {
          const { number } = await briefingOf()
          for (const reader of readers) await stage.does(reader, acknowledge, { owner: owner(), number })
        })
        return plot
      },
      ask(at: Instant, who: DemoName, body: string) {
        stage.scene(at, () => stage.does(who, ask, { owner: owner(), body }))
        return plot
      },
      submit(at: Instant, who: DemoName = post.by) {
        stage.scene(at, () => stage.does(who, submit, { publicationId: id }))
        return plot
      },
      approve(at: Instant, who: DemoName = 'hendra', comment = '') {
        stage.scene(at, async () => {
          const [open] = await tx
            .select({ stepId: steps.id, contentHash: submissions.contentHash })
            .from(steps)
            .innerJoin(submissions, eq(submissions.id, steps.submissionId))
            .where(
              and(
                eq(submissions.publicationId, id),
                isNull(submissions.endedAt),
                sql`not exists (select 1 from ${decisions} where ${decisions.stepId} = ${steps.id} and ${decisions.revokedAt} is null)`,
              ),
            )
            .orderBy(asc(steps.position))
          if (!open) throw new Error(`${post.title} waits for nobody`)
          await stage.does(who, approve, { publicationId: id, ...open, comment })
        })
        return plot
      },
      /** Falls due: the clock hands it over where it is ready, or tells why it is not. */
      due() {
        if (post.at === null) throw new Error(`${post.title} has no time`)
        stage.scene(post.at, () => stage.clockwork())
        return plot
      },
      /** Its owner confirms the accounts named, each with its link; without names all of them. */
      confirmed(at: Instant, ...accounts: DemoAccount[]) {
        stage.scene(at, async () => {
          for (const account of accounts.length > 0 ? accounts : post.accounts) {
            const variant = await variantOf(account)
            await stage.does(post.by, confirm, {
              publicationId: id,
              variantId: variant.id,
              link: `https://${account.toLowerCase()}.example/contoh/${id.slice(-12)}`,
              happenedAt: at,
            })
          }
        })
        return plot
      },
    }
    return plot
  }
}

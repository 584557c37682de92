import { reasonsAgainstAcknowledging } from '../../domain/briefings/acknowledging.ts'
import { isBriefingEmpty } from '../../domain/briefings/content.ts'
import { briefingInput } from '../../domain/briefings/input.ts'
import { alignmentDueAt, reasonsAgainstSigning } from '../../domain/briefings/signing.ts'
import { type Action, holds } from '../../domain/permissions.ts'
import { alignmentReasons } from '../../domain/publications/objectives.ts'
import { read } from '../infrastructure/read.ts'
import { workingCalendar } from '../marks/calendar.ts'
import { onDuty } from '../people/on-duty.ts'
import { showEntries } from './entry-states.ts'
import { findBriefing } from './find-briefing.ts'
import { ownReading } from './own-reading.ts'
import { questionsOf, readersOf, versionsOf } from './parts-of.ts'

/**
 * The briefing that a publication or a campaign goes by: what it says and what of it is new for the reader, who asked,
 * read and signed, and what the reader may do with it and why not.
 */
export const briefing = read({
  name: 'briefings.briefing',
  right: 'briefing.read',
  input: briefingInput,
  async run({ db, person, input, moment, agency }) {
    const { owner, campaign, publication, begun } = await findBriefing(db, input.of, person, moment)
    const may = (action: Action) => holds(person.grants, action, owner.unitId)
    const rights = {
      edit: may('briefing.write'),
      answer: may('briefing.answer'),
      ask: may('briefing.ask'),
      acknowledge: may('briefing.acknowledge'),
      sign: may('briefing.sign'),
      /** Where it is the campaign's, one of the publication's own may be begun. */
      beginOwn:
        publication !== null &&
        owner.kind === 'campaign' &&
        holds(person.grants, 'briefing.write', publication.unitId),
    }
    const due =
      publication === null
        ? null
        : alignmentDueAt(
            publication.plannedAt,
            agency.alignmentLeadWorkingDays,
            await workingCalendar(db, agency),
          )
    const alignment = {
      reasons:
        publication === null
          ? []
          : alignmentReasons({
              objective: publication.objective,
              subjectClass: publication.subjectClass,
              hasExecutiveAccount: publication.isExecutive,
              alsoAlignedClasses: agency.alsoAlignedClasses,
            }),
      dueAt: due?.at ?? null,
      leads: await onDuty(db, 'lead_agent', moment),
    }
    const frame = {
      owner: { kind: owner.kind, id: owner.id },
      isInherited: publication !== null && owner.kind === 'campaign',
      campaign,
      publication: publication && {
        id: publication.id,
        title: publication.title,
        objective: publication.objective,
        accountIds: publication.accountIds,
        isExecutive: publication.isExecutive,
        plannedAt: publication.plannedAt,
        plannedDay: publication.plannedDay,
        timeKind: publication.timeKind,
      },
      rights,
      alignment,
    }
    if (begun === null) return { ...frame, briefing: null }
    const { briefing, present } = begun
    const versions = await versionsOf(db, briefing.id)
    const questions = await questionsOf(db, briefing.id)
    const readers = await readersOf(db, briefing.id, present.number)
    const agents = await onDuty(db, 'agent', moment)
    const mine = await ownReading(db, begun, person.id)
    const here = versions.find((version) => version.number === present.number)
    const openQuestionIds = questions.flatMap(({ id, state }) => (state === 'open' ? [id] : []))
    const { entries, ...texts } = present.content
    return {
      ...frame,
      briefing: {
        version: briefing.version,
        number: present.number,
        hash: present.hash,
        isClosed: present.isClosed,
        openedBy: here?.openedBy ?? '',
        changedAt: present.changedAt,
        content: { ...texts, entries: await showEntries(db, entries, person, moment) },
        isEmpty: isBriefingEmpty(present.content),
        signature: here?.signedBy && here.signedAt ? { by: here.signedBy, at: here.signedAt } : null,
        signedNumber: versions.find((version) => version.signedBy !== null)?.number ?? null,
        versions,
        questions,
        readers,
        agentsOnShift: agents.length,
        readOnShift: agents.filter((agent) => readers.some((reader) => reader.id === agent.id)).length,
        mine: { ...mine, hasRead: mine.readNumber === present.number },
        reasonsAgainst: {
          sign: reasonsAgainstSigning(
            {
              presentNumber: briefing.presentNumber,
              presentHash: present.hash,
              isEmpty: isBriefingEmpty(present.content),
              openQuestionIds,
              signedById: here?.signedById ?? null,
            },
            present.number,
            present.hash,
          ),
          acknowledge: reasonsAgainstAcknowledging(
            { presentNumber: briefing.presentNumber, hasRead: mine.readNumber === present.number },
            present.number,
          ),
        },
      },
    }
  },
})

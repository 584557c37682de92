import { and, eq, isNull } from 'drizzle-orm'
import { units } from '../../db/schema/agency.ts'
import { people, roleGrants } from '../../db/schema/people.ts'
import { nothingInput } from '../../domain/input.ts'
import { type Action, actions, holdsAnywhere } from '../../domain/permissions.ts'
import { presentCursor } from '../infrastructure/outbox.ts'
import { read } from '../infrastructure/read.ts'
import { refuse } from '../infrastructure/refuse.ts'

/** Who is signed in, what they may do anywhere, and the agency's facts that every page needs. */
export const me = read({
  name: 'people.me',
  right: 'own.account',
  input: nothingInput,
  async run({ db, person, agency, moment, world }) {
    const liveCursor = await presentCursor(world)
    const [own] = await db.select().from(people).where(eq(people.id, person.id))
    if (!own) return refuse('signed_out', {})
    const grants = await db
      .select({ role: roleGrants.role, unitId: roleGrants.unitId, unitName: units.name })
      .from(roleGrants)
      .leftJoin(units, eq(units.id, roleGrants.unitId))
      .where(and(eq(roleGrants.personId, person.id), isNull(roleGrants.endedAt)))
    return {
      person: {
        id: own.id,
        name: own.name,
        email: own.email,
        position: own.position,
        extension: own.extension,
        locale: own.locale,
        theme: own.theme,
        firstPage: own.firstPage,
        singleKeysOff: own.singleKeysOff,
      },
      grants,
      /** The actions carried by some role of theirs; each page still shows what each thing allows. */
      may: (Object.keys(actions) as Action[]).filter((action) => holdsAnywhere(person.grants, action)),
      agency: { id: agency.id, name: agency.name, zone: agency.zone, isDemo: world.name === 'demo' },
      /** Where the page's live stream begins: taken before anything that it is to keep fresh. */
      liveCursor,
      now: moment,
    }
  },
})

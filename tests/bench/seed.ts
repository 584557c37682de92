import { openDatabase } from '../../db/open.ts'
import { fillLibrary } from './desk-library.ts'
import { seedPlan } from './seed-plan.ts'

/** Fills the migrated database at `url` and answers the id of who looks; in a process of its own, whose memory ends with it. */
const [kind, size, url = ''] = process.argv.slice(2)
const store = await openDatabase(url)
const personId = await (kind === 'desk' ? fillLibrary : seedPlan)(store, Number(size))
await store.close()
process.send?.(personId)

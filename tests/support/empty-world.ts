import { pino } from 'pino'
import { openDatabase, type Store } from '../../db/open.ts'
import type { World } from '../../server/infrastructure/world.ts'
import { readSettings } from '../../server/settings.ts'
import { freshDatabase } from './database.ts'

/** Two servers on one migrated database in which nobody has set up an agency yet. The caller owes `drop`. */
export async function anEmptyWorld() {
  const database = await freshDatabase()
  const secondStore = await openDatabase(database.url, {
    poolSize: 6,
    applicationName: 'selaras tests, second',
  })
  return {
    world: worldOver(database.store),
    second: worldOver(secondStore),
    database,
    async drop() {
      await secondStore.close()
      await database.drop()
    },
  }
}

function worldOver(store: Store): World {
  return {
    name: 'agency',
    store,
    settings: readSettings({ LOG_LEVEL: 'silent', SECRET: 'a secret for the tests that is long enough' }),
    filesDir: '',
    log: pino({ level: 'silent' }),
    clock: null,
  }
}

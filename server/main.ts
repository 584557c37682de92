import { firstVisitCode, isSetUp } from './agency/first-visit-code.ts'
import { buildApp } from './app.ts'
import { openLog } from './infrastructure/log.ts'
import { openWorlds } from './open-worlds.ts'
import { addressOf, readSettings } from './settings.ts'

const settings = readSettings(process.env)
const log = openLog(settings.logLevel)

const worlds = await openWorlds(settings, log)
const app = await buildApp(worlds, settings, log)

let isStopping = false
const stop = async (why: string) => {
  if (isStopping) return
  isStopping = true
  log.info({ why }, 'stopping')
  const patience = setTimeout(() => process.exit(1), 9_000)
  await app.close()
  await worlds.close()
  clearTimeout(patience)
  process.exit(0)
}
process.on('SIGTERM', () => void stop('SIGTERM'))
process.on('SIGINT', () => void stop('SIGINT'))

await app.listen({ port: settings.port, host: settings.host })
const address = app.server.address()
const port = typeof address === 'object' && address !== null ? address.port : settings.port
const { url, isReachable } = addressOf(settings, port)
process.stdout.write(`Selaras: ${url}\n`)
if (settings.smtpUrl !== null && !isReachable)
  process.stdout.write(
    `PUBLIC_URL is not set: links in mails lead to ${url}, which only this machine can open.\n`,
  )
if (!(await isSetUp(worlds.agency.world)))
  process.stdout.write(`To set it up from another machine: ${firstVisitCode(worlds.agency.world)}\n`)

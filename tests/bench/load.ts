import { Agent, get } from 'node:http'

export type Times = { p50: number; p95: number }

/** Asks `addresses` in turn over so many connections until `count` answers came; milliseconds to the last byte. */
export async function load(
  addresses: readonly string[],
  given: { connections: number; count: number; cookie: string },
): Promise<Times> {
  const { connections, count, cookie } = given
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const times: number[] = []
  let sent = 0
  const worker = async () => {
    while (sent < count) {
      const address = addresses[sent % addresses.length] ?? ''
      sent += 1
      const from = performance.now()
      await ask(address, agent, cookie)
      times.push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: connections }, worker))
  agent.destroy()
  times.sort((one, other) => one - other)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { p50: at(0.5), p95: at(0.95) }
}

function ask(address: string, agent: Agent, cookie: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = get(address, { agent, headers: { cookie } }, (response) => {
      response.on('data', () => undefined)
      response.on('end', () => {
        if (response.statusCode === 200) resolve()
        else reject(new Error(`${address} answered ${response.statusCode}`))
      })
      response.on('error', reject)
    })
    request.on('error', reject)
  })
}

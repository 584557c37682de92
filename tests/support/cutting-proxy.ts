import { connect, createServer, type Socket } from 'node:net'

type Heard = 'pass' | 'cut after the answer' | 'swallow'

export type CuttingProxy = { url: string; close(): Promise<void> }

/**
 * Stands between a client and its database. `hear` decides by each chunk the client sends: let it pass, let
 * it pass and cut the connection before the answer arrives, or swallow it as a dead network does.
 */
export async function cuttingProxy(url: string, hear: (text: string) => Heard): Promise<CuttingProxy> {
  const target = new URL(url)
  const open = new Set<Socket>()
  const server = createServer((client) => {
    const database = connect(Number(target.port), target.hostname)
    let cutting = false
    for (const socket of [client, database]) {
      open.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => {
        open.delete(socket)
        client.destroy()
        database.destroy()
      })
    }
    client.on('data', (chunk) => {
      const heard = hear(chunk.toString('latin1'))
      if (heard === 'swallow') return
      if (heard === 'cut after the answer') cutting = true
      database.write(chunk)
    })
    database.on('data', (chunk) => {
      if (cutting) client.destroy()
      else client.write(chunk)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const through = new URL(url)
  through.port = String(typeof address === 'object' && address ? address.port : 0)
  return {
    url: through.href,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of open) socket.destroy()
      }),
  }
}

import { createServer, type Socket } from 'node:net'

export type Manner =
  /** Takes every mail. */
  | 'takes'
  /** A final no to every receiver. */
  | 'refuses'
  /** "Come again later" to every receiver. */
  | 'defers'
  /** Takes the whole content and then says nothing any more. */
  | 'hangs after the content'
  /** Says nothing from the start. */
  | 'hangs at once'
  /** Cuts the line in the middle of the content. */
  | 'cuts in the content'

export type Received = { from: string; to: string; content: string }

export type SmtpServer = {
  url: string
  mails: Received[]
  /** How many connections came. */
  connections(): number
  manner(manner: Manner): void
  close(): Promise<void>
}

/** A mail server that speaks just enough SMTP on a real socket, and fails in the way it is told to. */
export async function anSmtpServer(): Promise<SmtpServer> {
  let manner: Manner = 'takes'
  let count = 0
  const mails: Received[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    count++
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    if (manner !== 'hangs at once') converse(socket, () => manner, mails)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the mail server has no port')
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    mails,
    connections: () => count,
    manner(next) {
      manner = next
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function converse(socket: Socket, mannerNow: () => Manner, mails: Received[]): void {
  let buffer = ''
  let content: string[] | null = null
  let mail = { from: '', to: '' }
  const say = (line: string) => socket.write(`${line}\r\n`)
  say('220 test ESMTP')

  const command = (line: string) => {
    const verb = line.slice(0, 4).toUpperCase()
    if (verb === 'EHLO' || verb === 'HELO') return say('250 test')
    if (verb === 'MAIL') {
      mail = { from: line.slice(10), to: '' }
      return say('250 ok')
    }
    if (verb === 'RCPT') {
      if (mannerNow() === 'refuses') return say('550 no such person here')
      if (mannerNow() === 'defers') return say('451 come again later')
      mail.to = line.slice(8)
      return say('250 ok')
    }
    if (verb === 'DATA') {
      content = []
      return say('354 go on')
    }
    if (verb === 'QUIT') {
      say('221 bye')
      return socket.end()
    }
    return say('250 ok')
  }

  socket.setEncoding('utf8')
  socket.on('data', (chunk: string) => {
    buffer += chunk
    for (let end = buffer.indexOf('\r\n'); end >= 0; end = buffer.indexOf('\r\n')) {
      const line = buffer.slice(0, end)
      buffer = buffer.slice(end + 2)
      if (content === null) {
        command(line)
        continue
      }
      if (mannerNow() === 'cuts in the content') {
        socket.destroy()
        return
      }
      if (line !== '.') {
        content.push(line.startsWith('..') ? line.slice(1) : line)
        continue
      }
      if (mannerNow() === 'hangs after the content') return
      mails.push({ ...mail, content: content.join('\n') })
      content = null
      say('250 taken')
    }
  })
}

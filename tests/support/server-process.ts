import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export type ServerProcess = {
  child: ChildProcess
  /** The address it prints once it serves. */
  address: Promise<string>
  output(): string
  /** Kills it without a word of warning; safe where it is over. */
  kill(): Promise<void>
}

/** The real server, or another of its programs, in a process of its own, on a free port. The caller owes `kill`. */
export function runServer(environment: Record<string, string>, program = 'main.ts'): ServerProcess {
  const child = spawn(`${root}/node_modules/.bin/node`, [`server/${program}`], {
    cwd: root,
    env: { PATH: process.env.PATH, PORT: '0', HOST: '127.0.0.1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let output = ''
  const closed = once(child, 'close')
  const address = new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      output += chunk.toString()
      const said = /^Selaras: (http:\S+)$/m.exec(output)?.[1]
      if (said !== undefined) resolve(said)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    closed.then(() => reject(new Error(`the server ended: ${output}`)), reject)
  })
  address.catch(() => undefined)
  return {
    child,
    address,
    output: () => output,
    async kill() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
      await closed
    },
  }
}

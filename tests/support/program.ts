import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export type Program = { child: ChildProcess; line: Promise<string>; output(): string; kill(): Promise<void> }

/**
 * Runs a piece of the program in a process and group of its own, for tests that kill it. `line` is the first line it
 * prints. The text is a module; it imports our files by paths from the top folder.
 */
export function runProgram(text: string): Program {
  const child = spawn(`${root}/node_modules/.bin/node`, ['--input-type=module', '-e', text], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let output = ''
  const closed = once(child, 'close')
  const line = new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      output += chunk.toString()
      if (output.includes('\n')) resolve(output.slice(0, output.indexOf('\n')))
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    closed.then(() => reject(new Error(`the program ended: ${output}`)), reject)
  })
  line.catch(() => undefined)
  return {
    child,
    line,
    output: () => output,
    async kill() {
      child.kill('SIGKILL')
      await closed
    },
  }
}

import postgres from 'postgres'

export type Listening = { close(): Promise<void> }

/**
 * Calls `onHint` whenever something is announced on `channel`, over a connection of its own. An announcement may be
 * lost with its connection and nobody is told: whoever listens must also look by themselves.
 */
export function listen(
  url: string,
  channel: string,
  onHint: () => void,
  onTrouble: (error: unknown) => void,
): Listening {
  const sql = postgres(url, {
    max: 1,
    fetch_types: false,
    connect_timeout: 10,
    onnotice: () => {},
    connection: { application_name: 'selaras listener' },
  })
  const started = sql.listen(channel, onHint).catch(onTrouble)
  return {
    async close() {
      await started
      await sql.end({ timeout: 1 })
    },
  }
}

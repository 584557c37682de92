import { type DestinationStream, type Logger, pino } from 'pino'

/**
 * The log of the server, a line of JSON each, to standard error unless told otherwise. Errors are written without what
 * was sent: a failed statement names its parameters in its message, and they are people's words, addresses and hashes.
 */
export function openLog(level: string, destination: DestinationStream = pino.destination(2)): Logger {
  return pino(
    {
      level,
      redact: ['req.headers.cookie', 'req.headers.authorization'],
      serializers: { err: plainError, req: plainRequest },
    },
    destination,
  )
}

/** What a request asked for, without what its address may hold: a feed's token is its key. */
function plainRequest(request: { method?: string; url?: string }) {
  return { method: request.method, url: withoutTokens(request.url ?? '') }
}

function withoutTokens(text: string): string {
  return text.replace(/(\/feeds\/)[^\s?#"']*/g, '$1…')
}

type PlainError = {
  type: string
  message: string
  code?: string
  stack: string[]
  cause?: PlainError
}

/** What an error says about the program, and nothing of what was given to it. */
function plainError(error: unknown): PlainError {
  if (!(error instanceof Error))
    return { type: typeof error, message: 'thrown without being an error', stack: [] }
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  const cause = error.cause === undefined ? {} : { cause: plainError(error.cause) }
  return {
    type: error.name,
    message: withoutParameters(error.message),
    ...code,
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^ {4}at /.test(line))
      .slice(0, 12),
    ...cause,
  }
}

/** A failed statement's own text stays; the parameters that drizzle writes after it go, and values the server quotes. */
function withoutParameters(message: string): string {
  return withoutTokens(message)
    .replace(/\nparams: [\s\S]*$/, '')
    .replace(/(invalid input (?:syntax|value) for [^:]*: )[\s\S]*$/, '$1…')
    .slice(0, 2_000)
}

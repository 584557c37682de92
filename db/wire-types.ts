import type { PostgresType } from 'postgres'

const elementWithoutQuotes = /^[^",{}\\\s]+$/

/** The elements of a PostgreSQL array of one dimension, as text; an unquoted NULL is null. */
function parseArray(text: string): (string | null)[] {
  const elements: (string | null)[] = []
  if (text === '{}') return elements
  // Without quotes no element holds a comma, a brace or a backslash.
  if (!text.includes('"') && text.lastIndexOf('{') === 0) {
    for (const element of text.slice(1, -1).split(',')) elements.push(element === 'NULL' ? null : element)
    return elements
  }
  let at = 1
  while (at < text.length) {
    let element = ''
    const quoted = text[at] === '"'
    if (quoted) {
      at++
      while (text[at] !== '"') {
        if (text[at] === '\\') at++
        if (at >= text.length) throw new TypeError('an array that does not end')
        element += text[at++]
      }
      at++
    } else {
      if (text[at] === '{') throw new TypeError('arrays of arrays are not read')
      while (at < text.length && text[at] !== ',' && text[at] !== '}') element += text[at++]
    }
    elements.push(!quoted && element === 'NULL' ? null : element)
    at++
  }
  return elements
}

/** Text for a PostgreSQL array of one dimension. */
export function arrayText(elements: readonly unknown[]): string {
  const parts = elements.map((element) => {
    if (element === null || element === undefined) return 'NULL'
    const text = String(element)
    if (elementWithoutQuotes.test(text) && text.toUpperCase() !== 'NULL') return text
    return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
  })
  return `{${parts.join(',')}}`
}

const asIs = (value: unknown) => value
const time = (value: unknown) => (value instanceof Date ? value.toISOString() : value)
const array = (value: unknown) => (Array.isArray(value) ? arrayText(value) : value)
const json = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
const numbers = (text: string) => parseArray(text).map((each) => (each === null ? null : Number(each)))

/**
 * How values cross the wire. Times stay text; arrays of text, of integers and of uuid are read whole
 * (drizzle's own reader drops backslashes). A parameter of type json that is a string is taken as JSON text.
 */
export const wireTypes: Record<string, PostgresType> = {
  timestamptz: { to: 1184, from: [1184], serialize: time, parse: asIs },
  timestamp: { to: 1114, from: [1114], serialize: time, parse: asIs },
  date: { to: 1082, from: [1082], serialize: asIs, parse: asIs },
  json: { to: 114, from: [114], serialize: json, parse: JSON.parse },
  jsonb: { to: 3802, from: [3802], serialize: json, parse: JSON.parse },
  texts: { to: 1009, from: [1009], serialize: array, parse: parseArray },
  varchars: { to: 1015, from: [1015], serialize: array, parse: parseArray },
  uuids: { to: 2951, from: [2951], serialize: array, parse: parseArray },
  int4s: { to: 1007, from: [1007], serialize: array, parse: numbers },
  int8s: { to: 1016, from: [1016], serialize: array, parse: parseArray },
}

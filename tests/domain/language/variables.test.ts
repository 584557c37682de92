import { describe, expect, test } from 'vitest'
import { en } from '../../../domain/language/en/all.ts'
import { formatters } from '../../../domain/language/formatters.ts'
import { id } from '../../../domain/language/id/all.ts'

type Texts = { [key: string]: string | Texts }

function flat(texts: Texts, path = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(texts)) {
    const here = path === '' ? key : `${path}.${key}`
    if (typeof value === 'string') found.set(here, value)
    else for (const [below, text] of flat(value, here)) found.set(below, text)
  }
  return found
}

const indonesian = flat(id)
const english = flat(en)

const placeholders = (text: string) =>
  [...text.matchAll(/\{\{([^}]+)\}\}/g)].map((match) => match[1]?.trim() ?? '')
const variables = (text: string) =>
  [...new Set(placeholders(text).map((one) => one.split(',')[0]?.trim()))].sort()

describe('both languages say the same', () => {
  test('they have the same keys', () => {
    expect([...english.keys()].sort()).toEqual([...indonesian.keys()].sort())
  })

  test('each key uses the same variables in both', () => {
    const different = [...indonesian]
      .filter(([key, text]) => variables(text).join() !== variables(english.get(key) ?? '').join())
      .map(([key]) => key)
    expect(different).toEqual([])
  })

  test('every formatter that a text names exists', () => {
    const unknown = [...indonesian, ...english].flatMap(([key, text]) =>
      placeholders(text)
        .flatMap((one) => one.split(',').slice(1))
        .map((name) => name.trim().split('(')[0] ?? '')
        .filter((name) => !(name in formatters))
        .map((name) => `${key}: ${name}`),
    )
    expect(unknown).toEqual([])
  })

  test('a text that counts has both its plural forms', () => {
    const lonely = [...indonesian.keys()].filter(
      (key) =>
        (key.endsWith('_one') && !indonesian.has(key.replace(/_one$/, '_other'))) ||
        (key.endsWith('_other') && !indonesian.has(key.replace(/_other$/, '_one'))),
    )
    expect(lonely).toEqual([])
  })

  test('no text is empty, shouts or apologises', () => {
    const wrong = [...indonesian, ...english]
      .filter(([, text]) => text.trim() === '' || /[A-Za-z]!|berhasil!|mohon maaf atas/i.test(text))
      .map(([key]) => key)
    expect(wrong).toEqual([])
  })
})

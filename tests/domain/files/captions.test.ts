import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asWebVtt, readCaptions, wordsOf } from '../../../domain/files/captions.ts'

describe('captions are read', () => {
  it.each([
    ['WebVTT', 'WEBVTT\n\n00:01.000 --> 00:02.500\nHalo\n', 'text/vtt'],
    [
      'WebVTT with a note, a style, an identifier and settings',
      'WEBVTT - Kementerian\nKind: captions\n\nNOTE dari tim\n\nSTYLE\n::cue { color: red }\n\nsatu\n00:00:01.000 --> 00:00:02.500 align:start\nHalo\n',
      'text/vtt',
    ],
    ['WebVTT behind a byte order mark', '\uFEFFWEBVTT\n\n00:01.000 --> 00:02.500\nHalo', 'text/vtt'],
    ['SubRip', '1\r\n00:00:01,000 --> 00:00:02,500\r\nHalo\r\n\r\n', 'application/x-subrip'],
    ['SubRip without numbers', '00:00:01,0 --> 00:00:02,5\nHalo', 'application/x-subrip'],
  ])('as %s', (_name, text, kind) => {
    expect(readCaptions(text)).toEqual({ kind, cues: [{ start: 1000, end: 2500, text: 'Halo' }] })
  })

  it.each([
    ['nothing', '', 'no_cues', 1],
    ['words alone', 'Halo\nsemua', 'no_cues', 1],
    ['times without words', 'WEBVTT\n\n00:01.000 --> 00:02.000\n\n', 'no_cues', 1],
    ['a time that is none', '1\n00:00:61,000 --> 00:01:02,000\nHalo', 'time_unreadable', 2],
    ['an end before its start', '1\n00:00:04,000 --> 00:00:02,000\nHalo', 'ends_before_start', 2],
    [
      'a fault in the second cue',
      'WEBVTT\n\n00:01.000 --> 00:02.000\nA\n\n00:x --> 00:04.000\nB',
      'time_unreadable',
      6,
    ],
    ['a page with a comment', '<!doctype html>\n<!-- x -->', 'time_unreadable', 2],
    ['bytes that are no text', 'WEBVTT\u0000', 'not_text', 1],
  ])('and refused with the line: %s', (_name, text, fault, line) => {
    expect(readCaptions(text)).toEqual({ kind: null, fault, line })
  })

  const cue = fc
    .record({
      start: fc.integer({ min: 0, max: 360_000_000 }),
      length: fc.integer({ min: 1, max: 60_000 }),
      text: fc.stringMatching(/^[a-z&<>/ ]{0,20}[a-z]$/),
    })
    .filter(({ text }) => !text.includes('-->'))
    .map(({ start, length, text }) => ({ start, end: start + length, text }))

  it('are the same after they were written as WebVTT', () => {
    fc.assert(
      fc.property(fc.array(cue, { minLength: 1, maxLength: 8 }), (cues) => {
        expect(readCaptions(asWebVtt(cues))).toEqual({ kind: 'text/vtt', cues })
      }),
    )
  })

  it('or any text is, without a fault of ours', () => {
    const part = fc.constantFrom('WEBVTT\n', '00:01.000', ' --> ', '\n', '00:02,5', 'Halo', '\r\n', '\uFEFF')
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        const read = readCaptions(parts.join(''))
        if (read.kind !== null) for (const { start, end } of read.cues) expect(end).toBeGreaterThan(start)
      }),
    )
  })
})

it('the words of captions are without marks, each cue on a line', () => {
  const cues = [
    { start: 0, end: 1, text: '<v Ibu Sari>Selamat\npagi</v>' },
    { start: 1, end: 2, text: ' ' },
    { start: 2, end: 3, text: '1 < 2' },
  ]
  expect(wordsOf(cues)).toBe('Selamat pagi\n1 < 2')
})

import type { CaptionKind } from './limits.ts'
import type { CaptionsFault } from './refusals.ts'

/** One line of captions with when it is shown, in milliseconds from the beginning. */
export type Cue = { start: number; end: number; text: string }

export type ReadCaptions =
  | { kind: CaptionKind; cues: Cue[] }
  | { kind: null; fault: CaptionsFault /** From 1. */; line: number }

const timing =
  /^\s*(?:(\d{1,4}):)?([0-5]?\d):([0-5]?\d)[.,](\d{1,3})\s*-->\s*(?:(\d{1,4}):)?([0-5]?\d):([0-5]?\d)[.,](\d{1,3})(?:\s.*)?$/

/**
 * Reads WebVTT (which says so in its first line) or SubRip. A cue is a line of two times with its words under it, ended
 * by an empty line; notes, styles and regions of WebVTT are no cues. Gives the first fault with its line, or the cues in
 * their order. Source: W3C, WebVTT, "WebVTT file parsing"; SubRip has no standard, so its times are read as written.
 */
export function readCaptions(given: string): ReadCaptions {
  const text = given.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const kind: CaptionKind = /^WEBVTT(?:[ \t\n]|$)/.test(text) ? 'text/vtt' : 'application/x-subrip'
  // biome-ignore lint/suspicious/noControlCharactersInRegex: text has none of these
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text)) return { kind: null, fault: 'not_text', line: 1 }
  const lines = text.split('\n')
  const cues: Cue[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (!line.includes('-->')) continue
    const times = timing.exec(line)
    if (times === null) return { kind: null, fault: 'time_unreadable', line: at + 1 }
    const [start, end] = [momentOf(times.slice(1, 5)), momentOf(times.slice(5, 9))]
    if (end <= start) return { kind: null, fault: 'ends_before_start', line: at + 1 }
    const words: string[] = []
    while (at + 1 < lines.length && lines[at + 1]?.trim() !== '' && !lines[at + 1]?.includes('-->')) {
      at += 1
      words.push(lines[at] ?? '')
    }
    cues.push({ start, end, text: words.join('\n') })
  }
  if (cues.every((cue) => cue.text.trim() === '')) return { kind: null, fault: 'no_cues', line: 1 }
  return { kind, cues }
}

/** The cues as WebVTT, the only kind that browsers show. */
export function asWebVtt(cues: readonly Cue[]): string {
  const blocks = cues.map(({ start, end, text }) => `${clockOf(start)} --> ${clockOf(end)}\n${text}\n`)
  return `WEBVTT\n\n${blocks.join('\n')}`
}

/** The words alone, without marks such as `<i>`, each cue on a line. */
export function wordsOf(cues: readonly Cue[]): string {
  return cues
    .map((cue) =>
      cue.text
        .replace(/<[^<>\n]*>/g, '')
        .replace(/\s*\n\s*/g, ' ')
        .trim(),
    )
    .filter((line) => line !== '')
    .join('\n')
}

function momentOf([hours, minutes, seconds, fraction]: (string | undefined)[]): number {
  const thousandths = Number((fraction ?? '0').padEnd(3, '0'))
  return ((Number(hours ?? 0) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + thousandths
}

function clockOf(moment: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const seconds = Math.floor(moment / 1000)
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':')
  return `${clock}.${String(moment % 1000).padStart(3, '0')}`
}

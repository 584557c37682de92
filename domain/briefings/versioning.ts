import { type BriefingContent, briefingHash } from './content.ts'

/** What has happened on the present version. A withdrawn signature counts: somebody had signed it. */
export type VersionUse = {
  questionCount: number
  acknowledgementCount: number
  signatureCount: number
}

/** Whether somebody asked on the version, acknowledged or signed it: from then on its wording stays as it is. */
export function isVersionClosed(use: VersionUse): boolean {
  return use.questionCount > 0 || use.acknowledgementCount > 0 || use.signatureCount > 0
}

export type SaveEffect = 'nothing' | 'amend' | 'new_version'

/**
 * What saving `after` does to a briefing whose present version says `before` (null: none yet).
 * Source: Selaras rules, Briefing and desk: a save amends the present version until somebody has asked on it,
 * acknowledged or signed it; the next change opens a new version.
 */
export function effectOfSave(
  before: BriefingContent | null,
  after: BriefingContent,
  use: VersionUse,
): SaveEffect {
  if (before === null) return 'new_version'
  if (briefingHash(before) === briefingHash(after)) return 'nothing'
  return isVersionClosed(use) ? 'new_version' : 'amend'
}

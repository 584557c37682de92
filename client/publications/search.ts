import { choice, type RawSearch } from '../shell/search-params.ts'

export const editorTabs = ['briefing', 'approvals', 'discussion', 'history'] as const
export type EditorTab = (typeof editorTabs)[number]

export type EditorSearch = { tab?: EditorTab }

export function editorSearch(raw: RawSearch): EditorSearch {
  return { tab: choice(raw.tab, editorTabs, undefined) }
}

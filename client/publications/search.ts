import { choice, type RawSearch } from '../shell/search-params.ts'

export const editorTabs = ['briefing', 'approvals', 'discussion', 'history'] as const
export type EditorTab = (typeof editorTabs)[number]

/** What may stand open over the page from the start. */
const openable = ['repeat'] as const

export type EditorSearch = { tab?: EditorTab; open?: (typeof openable)[number] }

export function editorSearch(raw: RawSearch): EditorSearch {
  return { tab: choice(raw.tab, editorTabs, undefined), open: choice(raw.open, openable, undefined) }
}

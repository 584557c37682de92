import { searchInput } from '../../domain/answers/input.ts'
import { wordsToMatch } from '../../domain/answers/mending.ts'
import { searchQuery } from '../../domain/answers/query.ts'
import { isHumanText } from '../../domain/text.ts'
import { read } from '../infrastructure/read.ts'
import { countMatches } from './count-matches.ts'
import { findEntries } from './find-entries.ts'
import { soughtWords } from './find-words.ts'
import { shownEntries } from './shown-entries.ts'

const MOST_SHOWN = 12

/**
 * What the desk finds for what was typed: approved answers first in the order of their fit, then what has expired, was
 * withdrawn or is not yet approved, shown as such; after them, in the same order, what holds too few of the words, named
 * in `partIds`. `mended` says which words were read differently.
 */
export const search = read({
  name: 'answers.search',
  right: 'answers.search',
  input: searchInput,
  async run({ db, store, person, input, moment, agency }) {
    const typed = isHumanText(input.words) ? input.words : ''
    const words = await soughtWords(db, typed)
    const ids = words.length === 0 ? [] : await findEntries(store, words, person, moment, MOST_SHOWN)
    const shown = await shownEntries(db, ids, person, moment, agency.zone)
    const typedCount = searchQuery(typed).words.length
    const matches = typedCount > 1 ? await countMatches(db, ids, words) : null
    const isPart = (entry: (typeof shown)[number]) =>
      matches !== null && (matches.get(entry.id) ?? 0) < wordsToMatch(typedCount)
    const isApproved = (entry: (typeof shown)[number]) => entry.validity === 'approved'
    return {
      words: words.map((sought) => sought.word),
      mended: words.flatMap(({ word, mendedFrom }) =>
        mendedFrom === null ? [] : [{ from: mendedFrom, to: word }],
      ),
      entries: shown.toSorted(
        (one, other) =>
          Number(isPart(one)) - Number(isPart(other)) || Number(isApproved(other)) - Number(isApproved(one)),
      ),
      partIds: shown.filter(isPart).map((entry) => entry.id),
    }
  },
})

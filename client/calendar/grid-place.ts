import type { Day } from '../../domain/time.ts'

/** Where the one tab stop of the grid stands: on a day, or on something within it. */
export type GridPlace = { day: Day; id: string | null }

/** The element that stands for a day: its cell, in a week its column. */
export function cellOf(root: HTMLElement, day: Day): HTMLElement | null {
  const cells = root.querySelectorAll<HTMLElement>(`[role="cell"][data-date="${day}"]`)
  return cells[cells.length - 1] ?? null
}

/** What can be chosen within a day, from top to bottom; "+3 lagi" is the last. */
export function stopsOf(root: HTMLElement, day: Day): HTMLElement[] {
  const found = root.querySelectorAll<HTMLElement>(
    `[role="cell"][data-date="${day}"] .cal-event[data-id], [role="cell"][data-date="${day}"] .cal-more`,
  )
  return [...found]
    .filter((element) => element.getClientRects().length > 0 && !element.closest('.cal-hidden'))
    .map((element) => ({ element, box: element.getBoundingClientRect() }))
    .sort((one, other) => one.box.top - other.box.top || one.box.left - other.box.left)
    .map(({ element }) => element)
}

/** The id of what a stop stands for; `more` for "+3 lagi", null for a day. */
export function stopIdOf(stop: HTMLElement): string | null {
  if (stop.classList.contains('cal-more')) return 'more'
  return stop.dataset.id ?? null
}

export function idOf(element: Element | null | undefined): string | null {
  return element?.closest<HTMLElement>('[data-id]')?.dataset.id ?? null
}

export function dayIn(element: Element | null | undefined): Day | null {
  return element?.closest<HTMLElement>('[data-date]')?.dataset.date ?? null
}

export function elementOf(root: HTMLElement, id: string): HTMLElement | null {
  return root.querySelector<HTMLElement>(`.cal-event[data-id="${CSS.escape(id)}"]`)
}

/** Gives every day and event of the grid its place in the order of tabs: one of them is reached, the others by arrows. */
export function settleTabs(
  root: HTMLElement,
  place: GridPlace,
  nameOf: (day: Day) => string,
): HTMLElement | null {
  const cell = cellOf(root, place.day)
  const stops = place.id === null ? [] : stopsOf(root, place.day)
  const current = stops.find((element) => stopIdOf(element) === place.id) ?? cell ?? firstCell(root)
  for (const element of root.querySelectorAll<HTMLElement>(
    '[role="cell"][data-date], .cal-event, .cal-more',
  )) {
    const wanted = element === current ? 0 : -1
    if (element.tabIndex !== wanted || !element.hasAttribute('tabindex')) element.tabIndex = wanted
  }
  for (const element of root.querySelectorAll<HTMLElement>('[role="cell"][data-date]')) {
    const name = nameOf(element.dataset.date ?? '')
    if (element.getAttribute('aria-label') !== name) element.setAttribute('aria-label', name)
  }
  return current
}

function firstCell(root: HTMLElement): HTMLElement | null {
  return root.querySelector<HTMLElement>('[role="cell"][data-date]')
}

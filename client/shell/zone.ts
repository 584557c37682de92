/** The zone in which the page tells time: the agency's once it is known, until then the device's own. */
let zone = Intl.DateTimeFormat().resolvedOptions().timeZone

export function zoneShown(): string {
  return zone
}

export function showZone(name: string): void {
  zone = name
}

// Sets light or dark and the language before the first paint, so that neither flashes. A file of its own because
// the page allows no inline script. The keys are those of client/shell/appearance.ts and client/shell/language.ts.
;(() => {
  const stored = (key) => {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  }
  const root = document.documentElement
  const chosen = stored('selaras.appearance')
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
  root.lang = stored('selaras.language') === 'en' ? 'en' : 'id'
})()

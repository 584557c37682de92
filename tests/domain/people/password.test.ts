import { describe, expect, it } from 'vitest'
import { passwordGap } from '../../../domain/people/password.ts'

describe('a password', () => {
  it.each([
    ['kuda delman menuju pasar ikan'],
    ['perahu layar menunggu angin timur'],
    ['Tx9#mQ2vLw8!zRk4Yp'],
    ['🦆 bebek berenang di kolam'],
  ])('of its own words or signs may be used: %s', (password) => {
    expect(passwordGap(password)).toBeNull()
  })

  it('has 15 characters at least, counted as they are seen', () => {
    expect(passwordGap('kuda delman ke')).toBe('password_short')
    expect(passwordGap('kuda delman kep')).toBeNull()
    expect(passwordGap('🦆🦆🦆🦆🦆🦆🦆🦆')).toBe('password_short')
  })

  it('has 200 at most', () => {
    expect(passwordGap('kuda delman menuju pasar '.repeat(9))).toBe('password_long')
  })

  it.each([
    ['passwordpassword'],
    ['P@ssw0rdP@ssw0rd123'],
    ['123456789012345'],
    ['aaaaaaaaaaaaaaaaaaaa'],
    ['qwertyuiopasdfghjkl'],
    ['indonesiamerdeka1945'],
    ['katasandirahasia2026!'],
    ['administrator12345'],
    ['bismillah bismillah 99'],
    ['abcabcabcabcabcabc'],
    ['correct horse battery staple'],
  ])('that everybody tries first is refused: %s', (password) => {
    expect(passwordGap(password)).toBe('password_common')
  })

  it('is not made of what everybody knows of the person', () => {
    const known = ['Sekar Larasati', 'sekar@kemencontoh.example', 'Kementerian Contoh']
    expect(passwordGap('sekar larasati 2026', known)).toBe('password_common')
    expect(passwordGap('Kementerian Contoh 45!', known)).toBe('password_common')
    expect(passwordGap('sekar larasati menanam padi', known)).toBeNull()
  })
})

import type { Page } from '@playwright/test'
import { expect } from './browser-test.ts'

export const PASSWORD = 'kuda lumping naik sepeda'

/** The first visit, through the page: agency, zone, first administrator, first unit, first account. */
export async function setUp(page: Page): Promise<void> {
  await page.goto('/')
  await page.getByRole('button', { name: 'Siapkan instansi saya' }).click()
  await page.getByLabel('Nama instansi').fill('Kementerian Contoh')
  await page.getByLabel('Nama Anda').fill('Andi Tenri')
  await page.getByLabel('Alamat surel Anda').fill('andi@contoh.example')
  await page.getByLabel('Kata sandi baru', { exact: true }).fill(PASSWORD)
  await page.getByLabel('Nama unit').fill('Biro Komunikasi')
  await page.getByLabel('Nama akun').fill('@kementeriancontoh')
  await page.getByRole('button', { name: 'Siapkan instansi', exact: true }).click()
  await page.waitForURL(/\/calendar/)
}

/** Picks an option of a select by its words. */
export async function pick(page: Page, label: string | RegExp, option: string | RegExp): Promise<void> {
  await page
    .getByRole('combobox', { name: label })
    .or(page.getByRole('textbox', { name: label }))
    .first()
    .click()
  await page.getByRole('option', { name: option }).first().click()
}

/** Invites somebody in Settings and gives the one-time link. */
export async function invite(
  page: Page,
  person: { name: string; email: string; role: string },
): Promise<string> {
  await page.goto('/settings/people')
  await page.getByRole('button', { name: 'Undang orang' }).click()
  await page.getByLabel('Nama', { exact: true }).first().fill(person.name)
  await page.getByLabel('Alamat surel').fill(person.email)
  await pick(page, /^Peran/, person.role)
  await page.getByRole('button', { name: 'Buat tautan undangan' }).click()
  const link = await page.getByRole('textbox', { name: 'Tautan undangan' }).inputValue()
  await page.getByRole('button', { name: 'Selesai' }).click()
  return link
}

/** Adds an account of the agency itself in Settings. `platform` is the platform's id. */
export async function addAccount(
  page: Page,
  account: { platform: string; handle: string; displayName: string },
): Promise<void> {
  await page.goto('/settings/accounts')
  await page.getByRole('button', { name: 'Tambah akun' }).click()
  await page.getByLabel('Platform', { exact: true }).selectOption(account.platform)
  await page.getByLabel('Nama akun').fill(account.handle)
  await page.getByLabel('Nama tampilan').fill(account.displayName)
  await page.getByRole('button', { name: 'Tambahkan akun' }).click()
  await expect(page.getByText(account.handle, { exact: true }).first()).toBeVisible()
}

/** Accepts an invitation in the person's own browser; ends signed in. */
export async function accept(page: Page, link: string): Promise<void> {
  await page.goto(new URL(link).pathname + new URL(link).search + new URL(link).hash)
  await page.getByLabel('Kata sandi baru', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Terima undangan' }).click()
  await expect(page.getByRole('navigation').first()).toBeVisible()
}

/** Signs in with e-mail and password. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('Alamat surel').fill(email)
  await page.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
  await expect(page.getByRole('navigation').first()).toBeVisible()
}

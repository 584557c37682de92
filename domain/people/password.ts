/** NIST SP 800-63B-4, 3.1.1.2: 15 characters at least where the password is the only factor, no rules of composition. */
export const PASSWORD_MIN = 15
export const PASSWORD_MAX = 200

export type PasswordGap = 'password_short' | 'password_long' | 'password_common'

/**
 * What everybody tries first: the words that common-password lists are built of, Indonesian and English, and rows of
 * keys. A long password made only of these is as common as they are.
 */
const common = [
  'password',
  'passwort',
  'passcode',
  'passphrase',
  'katasandi',
  'sandi',
  'rahasia',
  'kunci',
  'masuk',
  'login',
  'logon',
  'admin',
  'administrator',
  'root',
  'user',
  'guest',
  'test',
  'testing',
  'default',
  'secret',
  'access',
  'letmein',
  'welcome',
  'changeme',
  'trustno',
  'iloveyou',
  'love',
  'sayang',
  'cinta',
  'bismillah',
  'alhamdulillah',
  'indonesia',
  'merdeka',
  'jakarta',
  'bandung',
  'surabaya',
  'garuda',
  'pancasila',
  'nusantara',
  'kementerian',
  'pemerintah',
  'selaras',
  'selamat',
  'pagi',
  'siang',
  'malam',
  'terima',
  'kasih',
  'anakku',
  'mama',
  'papa',
  'monkey',
  'dragon',
  'master',
  'princess',
  'sunshine',
  'football',
  'baseball',
  'superman',
  'batman',
  'shadow',
  'michael',
  'jordan',
  'hello',
  'world',
  'computer',
  'internet',
  'samsung',
  'google',
  'facebook',
  'correcthorsebatterystaple',
  'mypassword',
  'yourpassword',
  'qwertyuiop',
  'qwerty',
  'asdfghjkl',
  'asdfgh',
  'asdf',
  'zxcvbnm',
  'zxcvbn',
  'zxcv',
  'qazwsxedc',
  'qazwsx',
  'azerty',
  'abcdefghijklmnopqrstuvwxyz',
  'abcdefgh',
  'abcdef',
  'abcd',
  'abc',
  'satu',
  'dua',
  'tiga',
].sort((one, other) => other.length - one.length)

const swapped: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/** How many characters must be left when common words, digits, repeats and the person's own names are taken away. */
const OWN_CHARACTERS = 6

/**
 * What is wrong with a password, null where it may be used. `known` are texts everybody knows of the person: name,
 * e-mail, agency. Length counts characters as a person sees them being typed, spaces too.
 */
export function passwordGap(password: string, known: readonly string[] = []): PasswordGap | null {
  const length = [...password.normalize('NFC')].length
  if (length < PASSWORD_MIN) return 'password_short'
  if (length > PASSWORD_MAX) return 'password_long'
  return isCommon(password, known) ? 'password_common' : null
}

function isCommon(password: string, known: readonly string[]): boolean {
  const plain = password.normalize('NFKC').toLowerCase()
  const read = [...plain].map((character) => swapped[character] ?? character).join('')
  const own = known
    .flatMap((text) => text.toLowerCase().split(/[^\p{L}]+/u))
    .filter((word) => word.length >= 3)
  return [plain, read].some((text) => [...new Set(leftOf(text, own))].length < OWN_CHARACTERS)
}

/** The letters left of `text` once known words, digits, signs and runs of one character or one step are taken out. */
function leftOf(text: string, own: readonly string[]): string {
  let left = text.replace(/[^\p{L}\p{N}]/gu, '')
  for (const word of [...own, ...common]) left = left.replaceAll(word, ' ')
  left = left.replace(/(.{1,8}?)\1+/gu, '$1')
  return left.replace(/[\p{N}\s]/gu, '')
}

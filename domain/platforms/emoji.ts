// Emoji by their structure (Unicode Technical Standard 51), not by a table of those that exist: the count is the
// same in every browser, and next year's emoji count from the day they are typed. Only flags need a list: two
// regional letters that name no place are two letters, not one flag.

const flagRegions =
  'AC AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS ' +
  'BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CP CQ CR CU CV CW CX CY CZ DE DG DJ DK DM DO DZ ' +
  'EA EC EE EG EH ER ES ET EU FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW ' +
  'GY HK HM HN HR HT HU IC ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ ' +
  'LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY ' +
  'MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU ' +
  'RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TA TC TD TF TG TH TJ TK TL TM TN ' +
  'TO TR TT TV TW TZ UA UG UM UN US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW'

const letterA = 0x1f1e6 - 'A'.charCodeAt(0)
const flag = flagRegions
  .split(' ')
  .map((region) => String.fromCodePoint(...[...region].map((letter) => letterA + letter.charCodeAt(0))))
  .join('|')

const keycap = '[0-9#*]\\uFE0F?\\u20E3'
// The four by number gained skin tones in Emoji 14 to 17; older engines do not know them as bases.
const withSkinTone =
  '(?:\\p{Emoji_Modifier_Base}|[\\u{1F46F}\\u{1F93C}\\u{1FAF7}\\u{1FAF8}])\\uFE0F?\\p{Emoji_Modifier}'
const withTags = '\\p{Extended_Pictographic}[\\u{E0020}-\\u{E007E}]+\\u{E007F}'
// © and ® are letters until a variation selector makes them pictures.
const plain =
  '(?:[\\u00A9\\u00AE]\\uFE0F|(?![\\u00A9\\u00AE])\\p{Extended_Pictographic}(?:(?!\\p{Emoji_Presentation})\\uFE0F|\\uFE0F(?=\\u200D))?)'
const element = `(?:${withSkinTone}|${withTags}|${plain})`

/** Source of a pattern (flag `u`) that matches one emoji whole: joined, toned, flagged, tagged or on a keycap. */
export const emojiPattern = `(?:${keycap}|${flag}|${element}(?:\\u200D${element})*)`

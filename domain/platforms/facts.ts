import type { PlatformFacts, PlatformId } from './platform.ts'

/** What lists and forms need to know of a platform before its rules are loaded. */
export const platformFacts = {
  x: {
    id: 'x',
    headline: 'none',
    linkIsOwnField: false,
    linksAreClickable: true,
    givesLink: true,
    composeUrl: 'https://x.com/compose/post',
  },
  instagram: {
    id: 'instagram',
    headline: 'none',
    linkIsOwnField: false,
    linksAreClickable: false,
    givesLink: true,
    composeUrl: 'https://www.instagram.com/',
  },
  facebook: {
    id: 'facebook',
    headline: 'none',
    linkIsOwnField: false,
    linksAreClickable: true,
    givesLink: true,
    composeUrl: 'https://www.facebook.com/',
  },
  tiktok: {
    id: 'tiktok',
    headline: 'optional',
    linkIsOwnField: false,
    linksAreClickable: false,
    givesLink: true,
    composeUrl: 'https://www.tiktok.com/upload',
  },
  youtube: {
    id: 'youtube',
    headline: 'optional',
    linkIsOwnField: false,
    linksAreClickable: true,
    givesLink: true,
    composeUrl: 'https://studio.youtube.com/',
  },
  website: {
    id: 'website',
    headline: 'required',
    linkIsOwnField: true,
    linksAreClickable: true,
    givesLink: true,
    composeUrl: null,
  },
  press_release: {
    id: 'press_release',
    headline: 'required',
    linkIsOwnField: true,
    linksAreClickable: true,
    givesLink: false,
    composeUrl: null,
  },
  other: {
    id: 'other',
    headline: 'optional',
    linkIsOwnField: true,
    linksAreClickable: true,
    givesLink: false,
    composeUrl: null,
  },
} as const satisfies { [Id in PlatformId]: PlatformFacts & { id: Id } }

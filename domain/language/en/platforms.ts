import type { platforms as id } from '../id/platforms.ts'
import type { Translation } from '../translation.ts'

export const platforms: Translation<typeof id> = {
  name: {
    x: 'X',
    instagram: 'Instagram',
    facebook: 'Facebook',
    tiktok: 'TikTok',
    youtube: 'YouTube',
    linkedin: 'LinkedIn',
    threads: 'Threads',
    whatsapp: 'WhatsApp channel',
    telegram: 'Telegram channel',
    website: 'Website',
    press_release: 'Press release',
    other: 'Other platform',
  },
  subject: {
    x: 'X',
    instagram: 'Instagram',
    facebook: 'Facebook',
    tiktok: 'TikTok',
    youtube: 'YouTube',
    linkedin: 'LinkedIn',
    threads: 'Threads',
    whatsapp: 'A WhatsApp channel',
    telegram: 'A Telegram channel',
    website: 'The website',
    press_release: 'A press release',
    other: 'This account',
  },
  finding: {
    text_too_long_one:
      'Remove {{count, number}} character. {{platform}} counts {{counted, number}} of {{limit, number}}.',
    text_too_long_other:
      'Remove {{count, number}} characters. {{platform}} counts {{counted, number}} of {{limit, number}}.',
    text_too_long_with_links_one:
      'Remove {{count, number}} character. {{platform}} counts {{counted, number}} of {{limit, number}}; a link always counts 23.',
    text_too_long_with_links_other:
      'Remove {{count, number}} characters. {{platform}} counts {{counted, number}} of {{limit, number}}; a link always counts 23.',
    text_empty: 'Write the text. {{platform}} needs one.',
    text_or_media_empty: 'Write a text or add an image. {{platform}} needs one of them.',
    characters_refused: 'Remove {{characters}}. {{platform}} does not take it.',
    headline_missing: 'Enter a headline. {{platform}} needs one.',
    headline_too_long_one:
      'Remove {{count, number}} character from the headline. {{platform}} counts {{counted, number}} of {{limit, number}}.',
    headline_too_long_other:
      'Remove {{count, number}} characters from the headline. {{platform}} counts {{counted, number}} of {{limit, number}}.',
    headline_not_shown:
      'Move the headline into the text. {{platform}} has no headline, so this one will not be posted.',
    media_missing: 'Add an image or a video. {{platform}} needs at least one.',
    media_too_many_one: 'Remove {{count, number}} image. {{platform}} takes {{limit, number}} at most.',
    media_too_many_other: 'Remove {{count, number}} images. {{platform}} takes {{limit, number}} at most.',
    media_kind:
      'Replace image {{position, number}}. {{platform}} names {{kinds, list}} as what it takes, not {{kind}}.',
    media_too_large:
      'Make image {{position, number}} smaller. It has {{sizeBytes, fileSize}}; {{platform}} takes up to {{limitBytes, fileSize}}.',
    media_shape_narrowest:
      'Replace image {{position, number}} with a wider one. {{platform}} takes width to height from {{narrowest}}.',
    media_shape_widest:
      'Replace image {{position, number}} with a narrower one. {{platform}} takes width to height up to {{widest}}.',
    media_shape:
      'Change the shape of image {{position, number}}. {{platform}} takes width to height from {{narrowest}} to {{widest}}.',
    media_not_mixed: 'Choose images only or one video only. {{platform}} does not take both in one post.',
    video_not_taken:
      'Take out video {{position, number}}, or fill in its headline. Without a headline a post on {{platform}} holds text and images only.',
    videos_too_many_one: 'Remove {{count, number}} video. {{platform}} takes at most {{limit, number}}.',
    videos_too_many_other: 'Remove {{count, number}} videos. {{platform}} takes at most {{limit, number}}.',
    video_kind:
      'Replace video {{position, number}}. {{platform}} names {{kinds, list}} as the kinds it takes, not {{kind}}.',
    video_too_large:
      'Make video {{position, number}} smaller. It has {{sizeBytes, fileSize}}; {{platform}} takes up to {{limitBytes, fileSize}}.',
    video_too_long:
      'Shorten video {{position, number}}. It lasts {{seconds, number}} seconds; {{platform}} takes up to {{limitSeconds, number}} seconds.',
    video_too_short:
      'Lengthen video {{position, number}}. It lasts {{seconds, number}} seconds; {{platform}} asks for at least {{limitSeconds, number}} seconds.',
    video_shape_narrowest:
      'Replace video {{position, number}} with a wider one. {{platform}} takes width to height from {{narrowest}}.',
    video_shape_widest:
      'Replace video {{position, number}} with a narrower one. {{platform}} takes width to height up to {{widest}}.',
    video_shape:
      'Change the shape of video {{position, number}}. {{platform}} takes width to height from {{narrowest}} to {{widest}}.',
    captions_missing:
      'Add captions or a transcript of video {{position, number}}, for people who cannot hear it.',
    alternative_text_missing:
      'Write the alternative text of image {{position, number}}, for people who cannot see it.',
    alternative_text_too_long_one:
      'Remove {{count, number}} character from the alternative text of image {{position, number}}. {{platform}} counts {{counted, number}} of {{limit, number}}.',
    alternative_text_too_long_other:
      'Remove {{count, number}} characters from the alternative text of image {{position, number}}. {{platform}} counts {{counted, number}} of {{limit, number}}.',
    link_invalid: 'Check the link. Enter a full address that begins with https://.',
    link_not_clickable:
      'Say in the text how to find that page. A link on {{platform}} shows as plain text and cannot be opened.',
    hashtags_too_many_one: 'Remove {{count, number}} hashtag. {{platform}} takes {{limit, number}} at most.',
    hashtags_too_many_other:
      'Remove {{count, number}} hashtags. {{platform}} takes {{limit, number}} at most.',
    hashtag_cut:
      'Write {{written}} without punctuation inside it. {{platform}} reads no more of it than {{read}}.',
    hashtag_ignored:
      'Give {{written}} a letter and a space before it if you mean a hashtag. {{platform}} shows it as plain text.',
    mentions_too_many_one: 'Remove {{count, number}} mention. {{platform}} takes {{limit, number}} at most.',
    mentions_too_many_other:
      'Remove {{count, number}} mentions. {{platform}} takes {{limit, number}} at most.',
    mention_cut: 'Check {{written}}. {{platform}} reads it as {{read}}, which may be another account.',
    mention_ignored:
      'Check {{written}}. {{platform}} does not know it as the name of an account and shows it as plain text.',
    mention_to_pick:
      'When you paste the text, pick {{written}} from the list that appears. {{platform}} makes no mention of a pasted name.',
    links_too_many_one:
      'Remove {{count, number}} link. {{platform}} takes {{limit, number}} different links at most.',
    links_too_many_other:
      'Remove {{count, number}} links. {{platform}} takes {{limit, number}} different links at most.',
  },
  limit: {
    title: 'Platform limits',
    text: 'Length of the text',
    caption: 'Length of the text beside images',
    headline: 'Length of the headline',
    images: 'Number of images',
    imageBytes: 'Size of an image file',
    imageKinds: 'Kinds of image',
    imageShape: 'Shape of an image',
    alternativeText: 'Length of alternative text',
    hashtags: 'Number of hashtags',
    mentions: 'Number of mentions',
    links: 'Number of links',
    not_known: 'Not known: the platform names none',
    not_applicable: 'None',
    source: 'Source: {{source}}. Looked up on {{asOf, dateYear}}.',
  },
  count: {
    ofLimit: '{{counted, number}} of {{limit, number}}',
    withoutLimit_one: '{{count, number}} character',
    withoutLimit_other: '{{count, number}} characters',
    hashtags_one: '{{count, number}} hashtag',
    hashtags_other: '{{count, number}} hashtags',
    hashtagsOf: '{{count, number}} of {{limit, number}} hashtags',
    mentions_one: '{{count, number}} mention',
    mentions_other: '{{count, number}} mentions',
    mentionsOf: '{{count, number}} of {{limit, number}} mentions',
  },
}

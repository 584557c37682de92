/** Refusals of this room with the data of their sentences. */
export type NotificationsRefusals = {
  /** It holds a one-time link, which nobody can send again. */
  mail_has_link: Record<string, never>
  mail_was_sent: Record<string, never>
  /** An attempt is under way; its end is not known yet. */
  mail_is_tried: Record<string, never>
}

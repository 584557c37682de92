/** A person as reasons and pages name them. */
export type NamedPerson = { id: string; name: string }

/** The same keys with other words: what an English room must give for its Indonesian one, no key more or less. */
export type Translation<T> = { [K in keyof T]: T[K] extends string ? string : Translation<T[K]> }

// zod tries `eval` when the first schema is made, and the page's policy reports the try. This tells it not to, before any
// chunk with a schema can load; importing zod here would bring it into the first script.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })

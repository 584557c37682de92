import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

/** The list of what the page consists of, for the service worker to keep on a device. */
const offlineFiles: Plugin = {
  name: 'offline-files',
  apply: 'build',
  enforce: 'post',
  // After the chunks that hold nothing but styles were taken out again.
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const built = Object.keys(bundle).filter((name) => name.startsWith('assets/'))
      const files = [...built, 'appearance.js', 'mark.svg', 'app.webmanifest'].map((name) => `/${name}`)
      this.emitFile({ type: 'asset', fileName: 'offline-files.json', source: JSON.stringify(files) })
    },
  },
}

export default defineConfig({
  root: 'client',
  plugins: [react(), offlineFiles],
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2023',
    sourcemap: false,
    manifest: true,
    rolldownOptions: {
      input: { page: 'client/index.html', 'service-worker': 'client/offline/service-worker.ts' },
      output: {
        entryFileNames: ({ name }) =>
          name === 'service-worker' ? 'service-worker.js' : 'assets/[name]-[hash].js',
      },
    },
  },
  server: {
    port: 5173,
    strictPort: true,
    proxy: Object.fromEntries(
      // The client's own folder is called files too: only an upload and a file's id go to the server.
      ['/trpc', '/api', '^/files(/[0-9a-f-]{36})?$', '/healthz'].map((path) => [
        path,
        `http://127.0.0.1:${process.env.PORT ?? 3000}`,
      ]),
    ),
  },
  test: {
    root: '.',
    include: [
      'tests/domain/**/*.test.ts',
      'tests/server/**/*.test.ts',
      'tests/client/**/*.test.ts',
      'tests/faults/**/*.test.ts',
    ],
    globalSetup: ['tests/support/postgres.ts'],
    setupFiles: ['tests/support/properties.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
})

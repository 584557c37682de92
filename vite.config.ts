import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: 'client',
  plugins: [react()],
  build: { outDir: '../dist', emptyOutDir: true, target: 'es2023', sourcemap: false, manifest: true },
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

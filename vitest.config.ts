import { defineConfig } from 'vitest/config'

export default defineConfig({
  // Packages are tested from their sources, with no build before.
  resolve: { conditions: ['saywho-source'] },
  ssr: { resolve: { conditions: ['saywho-source'] } },
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/support/build-command.ts',
    // No test waits for long, but what a busy machine makes of it is no failure.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Vitest leaves a core to the watcher, which no run has.
    maxWorkers: '100%',
    // Files that share a worker share what it has loaded: reading the weights anew for each would take as long as all tests.
    isolate: false,
    server: { deps: { inline: [/^(?:@?|re\w+-)saywho/] } }
  }
})

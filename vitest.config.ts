import { defineConfig } from 'vitest/config'

export default defineConfig({
  // Packages are tested from their sources, with no build before.
  resolve: { conditions: ['saywho-source'] },
  ssr: { resolve: { conditions: ['saywho-source'] } },
  test: {
    include: ['tests/**/*.test.ts'],
    server: { deps: { inline: [/^(?:@?|re\w+-)saywho/] } }
  }
})

/// <reference types="vitest/config" />
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { broadsheet } from './src/build/broadsheet-plugin.ts';
import { messagesPlugin } from './src/build/messages-plugin.ts';

const minute = 60_000;

export default defineConfig({
  // Tests read this file too, and have no edition.
  plugins: [react(), messagesPlugin(), process.env.VITEST === undefined && broadsheet()],
  test: {
    reporters: ['default', './test/closing-line-reporter.ts'],
    // Two cores build, serve and browse at the same time in here.
    testTimeout: 2 * minute,
    hookTimeout: 5 * minute,
    expect: { poll: { timeout: 20_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'code',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/browser/**', 'test/bench/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser/serve-sample.ts'],
          fileParallelism: false,
          // A real browser on a busy machine: what fails twice has failed.
          retry: 1,
        },
      },
    ],
  },
});

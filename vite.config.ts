import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { broadsheet } from './src/build/broadsheet-plugin.ts';

export default defineConfig({
  // Tests read this file too, and have no edition.
  plugins: [react(), process.env.VITEST === undefined && broadsheet()],
});

import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { themeSheet } from './app/themeSheet';

/** Answers the import of `virtual:themes.css`. */
const themes: Plugin = {
  name: 'themes',
  resolveId: (id) => (id === 'virtual:themes.css' ? '\0themes.css' : undefined),
  load: (id) => (id === '\0themes.css' ? themeSheet() : undefined),
};

/** What is needed before anything can be seen comes in two files: many small ones are more to fetch and pack worse. */
const groups = [
  { name: 'start', tags: ['$initial' as const], priority: 2 },
  { name: 'matrix', test: /features[\\/]assess[\\/]MatrixPage/, priority: 1 },
];

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react(), themes],
  resolve: {
    // A stand-in for what React has had itself for years.
    alias: [{ find: /^use-sync-external-store\/shim.*$/, replacement: 'react' }],
  },
  build: {
    outDir: '../dist/tabs',
    emptyOutDir: true,
    target: 'es2022',
    // One style sheet for all: it is small, and nothing is ever drawn before its styles have come.
    cssCodeSplit: false,
    modulePreload: {
      polyfill: false,
      // The list of what every page needs would be in the first download; the two files above need none.
      resolveDependencies: (_file, files, { hostType }) => (hostType === 'html' ? files : []),
    },
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
});

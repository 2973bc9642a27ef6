import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  base: '/__teams/',
  plugins: [react()],
  build: { outDir: '../../../dist/teams-page', emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 1500 },
});

import { spawn } from 'node:child_process';
import path from 'node:path';

/**
 * Builds one page with Vite, in a process of its own: Vite is ESM only and keeps its memory. Into the folder that the
 * page's configuration names, unless another is given. Rejects with what Vite said.
 */
export const viteBuild = (root: string, page: string, outDir?: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
    const config = path.join(page, 'vite.config.ts');
    const into = outDir === undefined ? [] : ['--outDir', outDir, '--emptyOutDir'];
    const child = spawn(process.execPath, [vite, 'build', page, '--config', config, '--logLevel', 'warn', ...into], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1', VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    const keep = (chunk: Buffer) => (said += chunk.toString('utf8'));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The page ${path.relative(root, page)} could not be built.\n${said.trim()}`));
    });
  });

import { spawn } from 'node:child_process';
import path from 'node:path';

/**
 * Builds one page with Vite, in a process of its own: Vite is ESM only and keeps its memory.
 * Rejects with what Vite said.
 */
export const viteBuild = (root: string, page: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
    const config = path.join(page, 'vite.config.ts');
    const child = spawn(process.execPath, [vite, 'build', page, '--config', config, '--logLevel', 'warn'], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' },
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

/** Finds a Chromium for the browser tests; on Debian as root it is installed where there is none. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const places = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const find = () => places.find((path) => path && existsSync(path));

const installOnDebian = () => {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return;
  console.log('Installing Chromium for the browser tests (apt-get). This happens once.');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (args) => spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
  if (run(['update'])) run(['install', '--yes', '--no-install-recommends', 'chromium', 'fonts-dejavu-core']);
};

/** The path of a Chromium; ends the process with a plain word where there is none. */
export const ensureBrowser = () => {
  if (!find()) installOnDebian();
  const found = find();
  if (found) return found;
  console.error('The browser tests need Chromium, Chrome or Edge. Install one, or name it in CHROME_PATH.');
  process.exit(1);
};

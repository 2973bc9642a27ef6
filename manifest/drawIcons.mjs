// `node manifest/drawIcons.mjs` draws the icons of the app package from their sources, at the exact sizes that Teams
// asks for. Run it after a change of manifest/icons; the pictures are kept beside the manifest.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { ensureBrowser } from '../test/support/browser.mjs';

const folder = import.meta.dirname;
const sizes = { color: 192, outline: 32 };

const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ['--no-sandbox'] });
try {
  for (const [name, size] of Object.entries(sizes)) {
    const drawing = await readFile(path.join(folder, 'icons', `${name}.svg`), 'utf8');
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(
      `<body style="margin:0;background:transparent">${drawing.replace('<svg ', '<svg style="display:block" ')}`,
    );
    await page.screenshot({ path: path.join(folder, `${name}.png`), omitBackground: true });
    await page.close();
  }
} finally {
  await browser.close();
}

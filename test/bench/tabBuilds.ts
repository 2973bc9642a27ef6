import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { viteBuild } from '../../local/build/viteBuild';
import { inProject, projectRoot } from '../../local/projectRoot';

/** Both pages, built alike in this run. */
export interface Builds {
  readonly bare: string;
  readonly tab: string;
  readonly remove: () => void;
}

/** Builds the bare page and the tab for production, one after the other, into a folder of their own. */
export const buildBoth = async (): Promise<Builds> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'assured-tab-bench-'));
  const [bare, tab] = [path.join(folder, 'bare'), path.join(folder, 'tab')];
  await viteBuild(projectRoot, inProject('test', 'bench', 'bare'), bare);
  await viteBuild(projectRoot, inProject('tabs'), tab);
  return {
    bare,
    tab,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

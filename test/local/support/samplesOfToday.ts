import type { SampleCode } from '../../../local/sample/codes';
import { sampleTrust } from '../../../local/sample/samples';

export const today = '2026-11-22';

const trusts = new Map<SampleCode, ReturnType<typeof sampleTrust>>();
/** Built once, when a test first asks for it. */
export const trustOf = (code: SampleCode): ReturnType<typeof sampleTrust> => {
  const trust = trusts.get(code) ?? sampleTrust(code, today);
  trusts.set(code, trust);
  return trust;
};

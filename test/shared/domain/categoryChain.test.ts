import { sampleCodes } from '../../../local/sample/codes';
import { sampleTrust } from '../../../local/sample/samples';
import { chainBreaks } from '../../../shared/domain/categoryChain';
import {
  atApprove,
  decidedChange,
  rejectedChange,
  returnedChange,
  withdrawnChange,
} from '../../support/builders/changes';
import { category, changeId } from '../../support/builders/ids';
import { alder, birch } from '../../support/builders/people';

const first = decidedChange({ id: changeId(1), from: null, to: category.improve, effectiveFrom: '2026-09-01' });
const second = decidedChange({ id: changeId(2), effectiveFrom: '2026-12-01' });

describe('the changes of an academy', () => {
  it.each(sampleCodes)('follow from one another in the trust of %s', (code) => {
    const { categoryChanges } = sampleTrust(code, '2026-11-22');
    expect(categoryChanges.length).toBeGreaterThan(0);
    expect(chainBreaks(categoryChanges)).toEqual([]);
  });

  it('follow by their days, in whatever order they are read', () => {
    expect(chainBreaks([second, first])).toEqual([]);
    const later = { ...second, effectiveFrom: '2026-09-01', decidedAt: '2026-11-19T00:00:00Z' };
    expect(chainBreaks([later, first])).toEqual([]);
  });

  it('do not hang on those of another academy, nor on what came to nothing', () => {
    const others = [rejectedChange, withdrawnChange].map((ended, n) =>
      ended({ id: changeId(3 + n), from: category.sustain }),
    );
    expect(chainBreaks([first, second, ...others])).toEqual([]);
    expect(chainBreaks([{ ...first, urn: birch.urn }, second])).toEqual([
      `Category changes: for the academy ${alder.urn}, ${second.id} starts from improve, and no change leads there.`,
    ]);
  });

  it('end in what is under way, which starts from the last one and for a later day', () => {
    for (const open of [atApprove, returnedChange]) {
      const parts = { id: changeId(3), from: category.repair, to: category.sustain };
      expect(chainBreaks([first, second, open({ ...parts, effectiveFrom: '2027-01-04' })])).toEqual([]);
      expect(chainBreaks([first, second, open({ ...parts, effectiveFrom: '2026-12-01' })])).toHaveLength(1);
      expect(chainBreaks([first, second, open({ id: changeId(3), effectiveFrom: '2027-01-04' })])).toHaveLength(1);
    }
    expect(chainBreaks([atApprove({ from: null })])).toEqual([]);
  });
});
